package ma.balagh.intake.ageing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.ReportStatus;
import org.jspecify.annotations.Nullable;

/**
 * A report that waits for its answer, as far as one needs to choose it from a list.
 *
 * @param text how it begins
 * @param missing of a report without media, the one that it names and that is not to be had, else the one that is still to
 *     be fetched; absent where it has media or names none
 */
record UnansweredView(
        UUID id,
        Instant receivedAt,
        AgeClass age,
        ReportStatus status,
        Channel channel,
        String jurisdiction,
        String receipt,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url,
        @Nullable MediaLink missing) {

    /** @param links of the report */
    UnansweredView with(List<MediaLink> links) {
        MediaLink found = Stream.of(MediaLink.State.UNOBTAINABLE, MediaLink.State.TO_OBTAIN)
                .flatMap(state -> links.stream().filter(link -> link.state() == state))
                .findFirst()
                .orElse(null);
        return new UnansweredView(id, receivedAt, age, status, channel, jurisdiction, receipt, title, text, url, found);
    }
}
