package ma.balagh.portal.patrol;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import ma.balagh.portal.incident.PlaceNameService;
import ma.balagh.portal.incident.PlaceNameService.NamedPoint;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormInputParser.WrongInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a place that is to be secured. One without latitude and longitude is where the gazetteer has its name, if it has; one
 * without hours is secured as long as the plan lasts. What is missing, the service says.
 */
final class SecuredPlaceParser {

    private final PlaceNameService gazetteer;
    private final @Nullable String jurisdiction;
    private final @Nullable Instant begin;
    private final @Nullable Instant end;

    /**
     * @param jurisdiction tells places of one name apart
     * @param begin of the plan
     * @param end of the plan
     */
    SecuredPlaceParser(
            PlaceNameService gazetteer, @Nullable String jurisdiction, @Nullable Instant begin, @Nullable Instant end) {
        this.gazetteer = gazetteer;
        this.jurisdiction = jurisdiction;
        this.begin = begin;
        this.end = end;
    }

    /** @throws WrongInput for what cannot be meant */
    PatrolPlanClient.Secured parse(SecuredPlaceForm place) {
        String name = FormInputParser.text(place.name());
        Double latitude = FormInputParser.number(place.latitude(), place.at("latitude"));
        Double longitude = FormInputParser.number(place.longitude(), place.at("longitude"));
        if (latitude == null && longitude == null && name != null) {
            Optional<NamedPoint> known = gazetteer.find(name, jurisdiction);
            latitude = known.map(NamedPoint::latitude).orElse(null);
            longitude = known.map(NamedPoint::longitude).orElse(null);
        }
        Instant from = next(place.from(), begin, begin, place.at("from"));
        return new PatrolPlanClient.Secured(
                name,
                latitude,
                longitude,
                from,
                next(place.to(), from, end, place.at("to")),
                FormInputParser.wholeNumber(place.visits(), place.at("visits")),
                FormInputParser.text(place.reason()));
    }

    /**
     * That time of the day, the first that is not before.
     *
     * @param otherwise where no time was given
     */
    private static @Nullable Instant next(
            @Nullable String hour, @Nullable Instant before, @Nullable Instant otherwise, String field) {
        String time = FormInputParser.text(hour);
        if (time == null || before == null) {
            return otherwise;
        }
        try {
            var local = before.atZone(FormInputParser.ZONE);
            var sameDay = local.with(LocalTime.parse(time));
            return (sameDay.isBefore(local) ? sameDay.plusDays(1) : sameDay).toInstant();
        } catch (DateTimeParseException noTime) {
            throw new WrongInput(field);
        }
    }
}
