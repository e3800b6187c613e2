package ma.balagh.intake.ageing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports without an answer, by age.
 *
 * @param at the moment that ages are of
 * @param oldestReceivedAt absent when every report has an answer
 * @param list where they are listed, oldest first
 * @param inNoDossier those of them that no dossier waits for
 */
record AgeingView(
        Instant at,
        long unanswered,
        @Nullable Instant oldestReceivedAt,
        String list,
        List<Age> ages,
        List<Territory> jurisdictions,
        InNoDossier inNoDossier) {

    private static final String LIST = "/api/v1/reports/unanswered";

    /** @param list where those are listed that are at least so old, oldest first */
    record Age(AgeClass age, long count, String list) {}

    /** The same for the reports of one jurisdiction; those of the codes below it stand for themselves. */
    record Territory(String jurisdiction, long unanswered, Instant oldestReceivedAt, String list, List<Age> ages) {}

    /** How many reports of one jurisdiction are of one age. */
    record Count(String jurisdiction, AgeClass age, long count, Instant oldest) {}

    /**
     * Reports whose media are being fetched, or that have not reached the laboratory yet.
     *
     * @param oldestReceivedAt absent when there is none
     */
    record InNoDossier(long count, @Nullable Instant oldestReceivedAt) {

        static final InNoDossier NONE = new InNoDossier(0, null);
    }

    static AgeingView of(Instant at, List<Count> counts, InNoDossier inNoDossier) {
        List<Territory> territories =
                counts.stream().collect(Collectors.groupingBy(Count::jurisdiction)).entrySet().stream()
                        .map(territory -> territory(territory.getKey(), territory.getValue()))
                        .sorted(Comparator.comparing(Territory::oldestReceivedAt))
                        .toList();
        return new AgeingView(
                at, sum(counts.stream()), oldest(counts), LIST, ages(counts, LIST + "?"), territories, inNoDossier);
    }

    private static Territory territory(String code, List<Count> counts) {
        String list = LIST + "?jurisdiction=" + code;
        return new Territory(
                code, sum(counts.stream()), Objects.requireNonNull(oldest(counts)), list, ages(counts, list + "&"));
    }

    private static List<Age> ages(List<Count> counts, String list) {
        return Arrays.stream(AgeClass.values())
                .map(age -> new Age(
                        age,
                        sum(counts.stream().filter(count -> count.age() == age)),
                        list + "olderThan=" + age.from()))
                .toList();
    }

    private static long sum(Stream<Count> counts) {
        return counts.mapToLong(Count::count).sum();
    }

    private static @Nullable Instant oldest(List<Count> counts) {
        return counts.stream().map(Count::oldest).min(Instant::compareTo).orElse(null);
    }
}
