package ma.balagh.intake.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a text may mean.
 *
 * @param id GeoNames' identifier, or one of ours such as {@code casablanca/sidi-moumen}
 * @param ar its name, where we know it in Arabic
 * @param latitude degrees, WGS 84; of a district to about a kilometre
 * @param jurisdiction of the prefecture or province, ISO 3166-2 such as {@code MA-CAS}
 * @param city the id of a district's city
 * @param words its first mention, as written
 * @param from where that begins in the text, in UTF-16 units
 * @param to where it ends, exclusively
 * @param confidence 0 to 1; for putting candidates in order, no probability
 */
public record PlaceCandidate(
        String id,
        PlaceKind kind,
        @Nullable String ar,
        String fr,
        String en,
        double latitude,
        double longitude,
        String jurisdiction,
        @Nullable String city,
        String words,
        int from,
        int to,
        double confidence,
        List<PlaceReason> reasons) {

    public PlaceCandidate {
        reasons = List.copyOf(reasons);
    }
}
