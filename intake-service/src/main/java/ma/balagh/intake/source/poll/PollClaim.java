package ma.balagh.intake.source.poll;

import ma.balagh.intake.fetch.FetchRequest.Validators;
import ma.balagh.intake.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A source that this replica polls, and no other meanwhile.
 *
 * @param validators of what it told last
 * @param resumeUrl where its timeline is to be gone on with
 */
record PollClaim(
        Source source,
        Source.Polling polling,
        @Nullable Validators validators,
        @Nullable String resumeUrl) {}
