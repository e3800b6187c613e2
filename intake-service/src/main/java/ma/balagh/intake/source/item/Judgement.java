package ma.balagh.intake.source.item;

import java.util.List;
import java.util.Optional;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.intake.claimtime.ClaimedTime;
import ma.balagh.intake.place.PlaceCandidate;
import ma.balagh.intake.relevance.RelevanceReason;
import org.jspecify.annotations.Nullable;

/**
 * What an item seems to be about, for officers to read and to contradict.
 *
 * @param score 0 to 100
 * @param relevant whether it is taken in
 * @param termsVersion of the list of terms that it was scored with
 * @param reasons what raised and lowered the score
 * @param keyword the one of its source's that it has: it is taken in whatever its score
 * @param places that it names, the likeliest first
 * @param times that it names, as claims
 */
record Judgement(
        int score,
        boolean relevant,
        int termsVersion,
        List<RelevanceReason> reasons,
        @Nullable String keyword,
        List<PlaceCandidate> places,
        List<ClaimedTime> times) {

    /** From which confidence on a place counts as the one that is meant. */
    private static final double MEANT = 0.6;

    Judgement {
        reasons = List.copyOf(reasons);
        places = List.copyOf(places);
        times = List.copyOf(times);
    }

    /** Where its report belongs. */
    String jurisdiction(String ofSource) {
        return meant().map(PlaceCandidate::jurisdiction).orElse(ofSource);
    }

    /** Time and place as the item claims them, or null when it claims none. */
    @Nullable
    Claim claim() {
        Optional<PlaceCandidate> place = meant();
        if (place.isEmpty() && times.isEmpty()) {
            return null;
        }
        return new Claim(
                times.isEmpty() ? null : times.getFirst().from(),
                place.map(Judgement::name).orElse(null),
                place.map(PlaceCandidate::latitude).orElse(null),
                place.map(PlaceCandidate::longitude).orElse(null));
    }

    private Optional<PlaceCandidate> meant() {
        return places.stream().findFirst().filter(place -> place.confidence() >= MEANT);
    }

    private static String name(PlaceCandidate place) {
        return place.ar() == null ? place.fr() : place.ar();
    }
}
