package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many reports have no answer yet, and since when.
 *
 * @param oldestReceivedAt absent when every report has one
 * @param inNoDossier those of them that no dossier waits for; nothing where intake does not tell it yet
 */
@TemplateData
public record AgeingResponse(
        long unanswered,
        @Nullable Instant oldestReceivedAt,
        List<Age> ages,
        List<Territory> jurisdictions,
        @Nullable InNoDossier inNoDossier) {

    /** Reports whose media are being fetched, or that have not reached the laboratory yet. */
    @TemplateData
    public record InNoDossier(long count, @Nullable Instant oldestReceivedAt) {}

    /** How many are of one age. */
    @TemplateData
    public record Age(@Nullable AgeClassCode age, long count) {}

    /** Those of one jurisdiction. */
    @TemplateData
    public record Territory(String jurisdiction, long unanswered, Instant oldestReceivedAt) {}

    /** Oldest first. */
    public List<Age> oldestFirst() {
        return ages.stream()
                .filter(age -> age.age() != null)
                .sorted(Comparator.comparing(Age::age, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    /** How long a bar is, of a hundred, beside the longest. */
    public long bar(Age of) {
        long most = ages.stream().mapToLong(Age::count).max().orElse(0);
        return most == 0 ? 0 : Math.max(of.count() * 100 / most, of.count() == 0 ? 0 : 1);
    }
}
