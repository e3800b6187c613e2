package ma.balagh.intake.source.poll;

import java.util.List;
import ma.balagh.fetch.FetchRequest.Validators;
import ma.balagh.intake.source.Source;
import org.jspecify.annotations.Nullable;

/** A source that is polled, as it was described when it was claimed. */
record PollClaim(PollTask task, Source source, Source.Polling polling) {

    @Nullable
    Validators validators() {
        return task.validators();
    }

    List<String> resumeUrls() {
        return task.resumeUrls();
    }
}
