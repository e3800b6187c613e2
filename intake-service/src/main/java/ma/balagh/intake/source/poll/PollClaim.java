package ma.balagh.intake.source.poll;

import ma.balagh.fetch.FetchRequest.Validators;
import ma.balagh.intake.source.Source;
import org.jspecify.annotations.Nullable;

/** A source that is polled, as it was described when it was claimed. */
record PollClaim(PollTask task, Source source, Source.Polling polling) {

    @Nullable
    Validators validators() {
        return task.validators();
    }

    @Nullable
    String resumeUrl() {
        return task.resumeUrl();
    }
}
