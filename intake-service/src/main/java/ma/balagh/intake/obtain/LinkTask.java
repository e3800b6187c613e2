package ma.balagh.intake.obtain;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.taskqueue.LeasedTask;
import org.jspecify.annotations.Nullable;

/**
 * A link that this replica fetches.
 *
 * @param found whether it stands on a page, and not in the report itself
 * @param begun what an earlier attempt left in the partial file
 * @param failures attempts in a row that brought nothing
 * @param detail what the link says of itself so far
 */
record LinkTask(
        UUID id,
        UUID token,
        int lostLeases,
        UUID reportId,
        MediaLink.Kind kind,
        String url,
        boolean found,
        @Nullable Begun begun,
        int failures,
        @Nullable String detail)
        implements LeasedTask, OpenLink {

    /** @param since when the first byte came in */
    record Begun(Progress progress, Instant since) {}
}
