package ma.balagh.intake.source.poll;

import java.util.List;
import java.util.UUID;
import ma.balagh.fetch.FetchRequest.Validators;
import ma.balagh.taskqueue.LeasedTask;
import org.jspecify.annotations.Nullable;

/**
 * A source that this replica polls, and no other meanwhile.
 *
 * @param version of its description when it was claimed
 * @param validators of what it told last
 * @param resumeUrls where its timeline is to be gone on with, newest first
 */
record PollTask(
        UUID id,
        UUID token,
        int lostLeases,
        int version,
        @Nullable Validators validators,
        List<String> resumeUrls) implements LeasedTask {}
