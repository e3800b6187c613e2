package ma.balagh.intake.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cities, towns and districts of Morocco, from {@code places.tsv} beside this class. */
@ApplicationScoped
public class Gazetteer {

    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST = 20;

    /** Where a place is named, and as what. */
    private record Named(PlaceSpelling spelling, PlaceMention mention, boolean ambiguous) {}

    private final PlaceNameIndex names = new PlaceNameIndex();

    /** Reads the file of places. */
    public Gazetteer() {}

    /**
     * Places that a text names, the likeliest first, at most twenty. What lies beyond 20,000 characters is not looked at.
     */
    public List<PlaceCandidate> find(String text) {
        String looked = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        Map<GazetteerEntry, List<Named>> named = new LinkedHashMap<>();
        for (PlaceMention mention : new PlaceMentionDetector(names, looked).all()) {
            for (PlaceSpelling spelling : mention.spellings()) {
                named.computeIfAbsent(spelling.place(), first -> new ArrayList<>())
                        .add(new Named(spelling, mention, mention.spellings().size() > 1));
            }
        }
        Set<String> ids = named.keySet().stream().map(GazetteerEntry::id).collect(Collectors.toSet());
        return named.entrySet().stream()
                .map(entry -> candidate(entry.getKey(), entry.getValue(), ids))
                .sorted(Comparator.comparingDouble(PlaceCandidate::confidence)
                        .reversed()
                        .thenComparing(candidate -> candidate.kind() == PlaceKind.DISTRICT ? 0 : 1)
                        .thenComparingInt(PlaceCandidate::from))
                .limit(MOST)
                .toList();
    }

    private static PlaceCandidate candidate(GazetteerEntry place, List<Named> named, Set<String> ids) {
        Set<PlaceReason> reasons = EnumSet.of(PlaceReason.NAMED);
        named.forEach(one -> reasons.addAll(one.mention().signs()));
        boolean street = named.stream().allMatch(one -> one.mention().signs().contains(PlaceReason.STREET_NAME));
        if (!street) {
            reasons.remove(PlaceReason.STREET_NAME);
        }
        boolean cityNamed = place.city() != null && ids.contains(place.city());
        if (cityNamed) {
            reasons.add(PlaceReason.CITY_NAMED_TOO);
        }
        if (named.size() > 1) {
            reasons.add(PlaceReason.NAMED_OFTEN);
        }
        if (named.stream().allMatch(Named::ambiguous)) {
            reasons.add(PlaceReason.AMBIGUOUS);
        }
        if (named.stream().allMatch(one -> one.spelling().guarded())) {
            reasons.add(PlaceReason.COMMON_WORD);
        }
        PlaceMention first = named.getFirst().mention();
        boolean largest =
                first.spellings().stream().allMatch(other -> other.place().population() <= place.population());
        return new PlaceCandidate(
                place.id(),
                place.kind(),
                place.ar(),
                place.fr(),
                place.en(),
                place.latitude(),
                place.longitude(),
                place.jurisdiction(),
                place.city(),
                first.words(),
                first.from(),
                first.to(),
                confidence(place, reasons, largest),
                List.copyOf(reasons));
    }

    private static double confidence(GazetteerEntry place, Set<PlaceReason> reasons, boolean largest) {
        double sum = place.kind() == PlaceKind.CITY ? 0.65 : 0.5;
        for (PlaceReason reason : reasons) {
            sum += switch (reason) {
                case PREPOSITION_BEFORE -> 0.15;
                case PLACE_WORD_BEFORE -> 0.2;
                case HASHTAG -> 0.1;
                case CITY_NAMED_TOO -> 0.3;
                case NAMED_OFTEN -> 0.05;
                case COMMON_WORD -> -0.2;
                case NAMED, AMBIGUOUS, STREET_NAME -> 0;
            };
        }
        double bounded = Math.clamp(sum, 0.05, 0.95);
        if (reasons.contains(PlaceReason.AMBIGUOUS) && !reasons.contains(PlaceReason.CITY_NAMED_TOO)) {
            bounded *= largest ? 0.8 : 0.5;
        }
        if (reasons.contains(PlaceReason.STREET_NAME)) {
            bounded *= 0.5;
        }
        return Math.round(bounded * 100) / 100.0;
    }
}
