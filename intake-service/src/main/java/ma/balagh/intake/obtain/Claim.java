package ma.balagh.intake.obtain;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.intake.fetch.FetchOutcome.Progress;
import ma.balagh.intake.report.MediaLink;
import org.jspecify.annotations.Nullable;

/**
 * A link that this replica works on, and nobody else while the lease is renewed.
 *
 * @param found whether it stands on a page, and not in the report itself
 * @param owner the lease's: a new one for each claim, so that whoever lost it cannot write
 * @param begun what an earlier attempt left in the partial file
 * @param failures attempts in a row that brought nothing
 * @param detail what is told of the link so far
 */
record Claim(
        UUID id,
        UUID reportId,
        MediaLink.Kind kind,
        String url,
        boolean found,
        UUID owner,
        @Nullable Begun begun,
        int failures,
        @Nullable String detail) {

    /** @param since when the first byte came in */
    record Begun(Progress progress, Instant since) {}
}
