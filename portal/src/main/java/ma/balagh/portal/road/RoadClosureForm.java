package ma.balagh.portal.road;

import io.quarkus.qute.TemplateData;
import java.util.Set;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that roads are closed with, as it was filled in.
 *
 * @param coordinates GeoJSON, or one place a line
 * @param area something where the places stand around what is closed
 */
@TemplateData
public record RoadClosureForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String reason,
        @RestForm @Nullable String coordinates,
        @RestForm @Nullable String area,
        @RestForm @Nullable String until,
        @RestForm @Nullable String jurisdiction) {

    static final Set<String> FIELDS = Set.of("reason", TypedPlacesParser.FIELD, "until", "jurisdiction");

    /**
     * @param coordinates what is known of the place; nothing where nobody marked it on the map
     * @param area something where an area was marked
     */
    static RoadClosureForm at(@Nullable String coordinates, @Nullable String area, String key) {
        return new RoadClosureForm(key, null, coordinates, area, null, null);
    }

    public boolean isArea() {
        return area != null;
    }

    RoadClosureClient.Close command() {
        return new RoadClosureClient.Close(
                FormInputParser.text(jurisdiction),
                FormInputParser.text(reason),
                TypedPlacesParser.parse(coordinates, isArea()),
                FormInputParser.moment(until, "until"));
    }
}
