package ma.balagh.analysis.urgency;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.urgency.UrgencyWordDetector.Kind;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * How urgent a dossier is by what is known of it. None of the reasons depends on the present time, so that an order made
 * of them stays: what waits rises because the time until which it may wait does not move.
 *
 * @param reasons with their facts
 * @param since when the first of the reports came in, from which on it waits
 */
record UrgencyScore(Map<UrgencyReason, Map<String, String>> reasons, Instant since) {

    /** Where, as far as that is known. */
    record Place(double latitude, double longitude) {

        /** One decimal more than a street has. */
        String told() {
            return String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
        }
    }

    private static final int MOST_WORDS = 6;

    /** Clocks of publishers may run ahead by so much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    UrgencyScore {
        reasons = Map.copyOf(reasons);
    }

    /**
     * @param recorded where the metadata of the evidence say that it is
     * @param openedAt counts where no report is described yet
     */
    static UrgencyScore of(List<ReportCopy> reports, Optional<Place> recorded, Instant openedAt, Duration fresh) {
        Map<UrgencyReason, Map<String, String>> reasons = new EnumMap<>(UrgencyReason.class);
        addWords(reasons, reports);
        reports.stream()
                .flatMap(report -> freshlyHappened(report, fresh).stream())
                .min(Comparator.naturalOrder())
                .ifPresent(at -> reasons.put(UrgencyReason.FRESH, Map.of("at", at.toString())));
        reports.stream()
                .flatMap(report -> claimedPlace(report.claim()).stream())
                .findFirst()
                .or(() -> recorded.map(Place::told))
                .ifPresent(place -> reasons.put(UrgencyReason.PLACE_KNOWN, Map.of("place", place)));
        Instant since = reports.stream()
                .map(ReportCopy::receivedAt)
                .min(Comparator.naturalOrder())
                .orElse(openedAt);
        return new UrgencyScore(reasons, since);
    }

    /** The same, if verified offences were near it. */
    UrgencyScore near(int offences, int metres, Duration within) {
        if (offences == 0) {
            return this;
        }
        Map<UrgencyReason, Map<String, String>> more = new EnumMap<>(UrgencyReason.class);
        more.putAll(reasons);
        more.put(
                UrgencyReason.REPEAT_PLACE,
                Map.of(
                        "count", Integer.toString(offences),
                        "metres", Integer.toString(metres),
                        "days", Long.toString(within.toDays())));
        return new UrgencyScore(more, since);
    }

    UrgencyLevel level() {
        int points = reasons.keySet().stream().mapToInt(UrgencyReason::points).sum();
        boolean both = reasons.containsKey(UrgencyReason.WEAPON) && reasons.containsKey(UrgencyReason.VIOLENCE);
        return UrgencyLevel.of(both ? points - 1 : points);
    }

    /** The first position that is claimed, or else the recorded one. */
    static Optional<Place> position(List<ReportCopy> reports, Optional<Place> recorded) {
        return reports.stream()
                .flatMap(report -> position(report.claim()).stream())
                .findFirst()
                .or(() -> recorded);
    }

    private static Optional<Place> position(@Nullable Claim claim) {
        return claim == null || claim.latitude() == null || claim.longitude() == null
                ? Optional.empty()
                : Optional.of(new Place(claim.latitude(), claim.longitude()));
    }

    private static void addWords(Map<UrgencyReason, Map<String, String>> reasons, List<ReportCopy> reports) {
        Map<Kind, Set<String>> found = UrgencyWordDetector.in(reports.stream()
                .flatMap(report -> Stream.of(report.title(), report.text()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining("\n")));
        Set<String> weapons = found.getOrDefault(Kind.WEAPON, Set.of());
        Set<String> violence = found.getOrDefault(Kind.VIOLENCE, Set.of());
        Set<String> film = found.getOrDefault(Kind.FILM, Set.of());
        Set<String> sport = found.getOrDefault(Kind.SPORT, Set.of());
        putWords(reasons, UrgencyReason.WEAPON, weapons);
        putWords(reasons, UrgencyReason.VIOLENCE, violence);
        if (!weapons.isEmpty() || !violence.isEmpty()) {
            // A match has attacks and shots, but no knives.
            putWords(reasons, UrgencyReason.OTHER_CONTEXT, film.isEmpty() && weapons.isEmpty() ? sport : film);
        }
    }

    private static void putWords(
            Map<UrgencyReason, Map<String, String>> reasons, UrgencyReason reason, Set<String> words) {
        if (!words.isEmpty()) {
            reasons.put(reason, Map.of("words", words.stream().limit(MOST_WORDS).collect(Collectors.joining(", "))));
        }
    }

    private static Optional<Instant> freshlyHappened(ReportCopy report, Duration fresh) {
        Claim claim = report.claim();
        @Nullable
        Instant happened = claim != null && claim.occurredAt() != null ? claim.occurredAt() : report.publishedAt();
        return Optional.ofNullable(happened)
                .filter(at -> !at.isBefore(report.receivedAt().minus(fresh))
                        && !at.isAfter(report.receivedAt().plus(AHEAD)));
    }

    private static Optional<String> claimedPlace(@Nullable Claim claim) {
        return claim != null && claim.place() != null && !claim.place().isBlank()
                ? Optional.of(claim.place())
                : position(claim).map(Place::told);
    }
}
