package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.incident.PlaceNameService;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form of a new plan, as it was filled in. Its places are lists side by side; one that is empty is none. */
@TemplateData
public record PatrolPlanForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String from,
        @RestForm @Nullable String to,
        @RestForm @Nullable List<String> name,
        @RestForm @Nullable List<String> latitude,
        @RestForm @Nullable List<String> longitude,
        @RestForm @Nullable List<String> visits,
        @RestForm @Nullable List<String> begins,
        @RestForm @Nullable List<String> ends,
        @RestForm @Nullable List<String> reason) {

    static final Set<String> FIELDS = Set.of(
            "jurisdiction", "from", "to", "units", "places", "name", "latitude", "longitude", "visits", "reason");

    /** Places that the form has room for. */
    private static final int MOST = 12;

    /** Of them those that are seen at once. */
    private static final int SHOWN = 3;

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(4, 0);

    /**
     * For what is left of the night, or for the coming one.
     *
     * @param chosen a place on the map; nothing where none was chosen
     */
    static PatrolPlanForm empty(
            String key, @Nullable String jurisdiction, @Nullable SecuredPlaceForm chosen, Instant now) {
        var hour =
                now.atZone(FormInputParser.ZONE).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        var morning = hour.with(MORNING);
        var ends = hour.isBefore(morning) ? morning : morning.plusDays(1);
        var evening = ends.minusDays(1).with(EVENING);
        var begins = hour.isAfter(evening) ? hour : evening;
        return new PatrolPlanForm(
                key,
                jurisdiction,
                FormInputParser.field(begins.toInstant()),
                FormInputParser.field(ends.toInstant()),
                listed(chosen == null ? null : chosen.name()),
                listed(chosen == null ? null : chosen.latitude()),
                listed(chosen == null ? null : chosen.longitude()),
                listed(chosen == null ? null : chosen.visits()),
                null,
                null,
                null);
    }

    private static @Nullable List<String> listed(@Nullable String value) {
        return value == null ? null : List.of(value);
    }

    /** Those that are seen at once. */
    public List<SecuredPlaceForm> places() {
        return all().subList(0, SHOWN);
    }

    /** Those that can be opened. */
    public List<SecuredPlaceForm> furtherPlaces() {
        return all().subList(SHOWN, all().size());
    }

    /** Whether one of those is filled in. */
    public boolean isLong() {
        return furtherPlaces().stream().anyMatch(SecuredPlaceForm::isFilled);
    }

    private List<SecuredPlaceForm> all() {
        var all = new ArrayList<SecuredPlaceForm>();
        int filled = 0;
        for (int i = 0; i < Math.max(MOST, name == null ? 0 : name.size()); i++) {
            var place = place(i, "places[%d]".formatted(filled));
            all.add(place.isFilled() ? place : place(i, ""));
            filled += place.isFilled() ? 1 : 0;
        }
        return all;
    }

    private SecuredPlaceForm place(int index, String path) {
        return new SecuredPlaceForm(
                index + 1,
                path,
                at(name, index),
                at(latitude, index),
                at(longitude, index),
                at(visits, index),
                at(begins, index),
                at(ends, index),
                at(reason, index));
    }

    private static @Nullable String at(@Nullable List<String> values, int index) {
        return values == null || index >= values.size() ? null : values.get(index);
    }

    /** @throws FormInputParser.WrongInput for what cannot be meant */
    PatrolPlanClient.Make command(PlaceNameService gazetteer) {
        var begin = FormInputParser.moment(from, "from");
        var end = FormInputParser.moment(to, "to");
        var territory = FormInputParser.text(jurisdiction);
        var parser = new SecuredPlaceParser(gazetteer, territory, begin, end);
        return new PatrolPlanClient.Make(
                territory,
                begin,
                end,
                all().stream()
                        .filter(SecuredPlaceForm::isFilled)
                        .map(parser::parse)
                        .toList());
    }
}
