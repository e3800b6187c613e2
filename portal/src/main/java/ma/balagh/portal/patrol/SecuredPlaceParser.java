package ma.balagh.portal.patrol;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.portal.incident.PlaceNameService;
import ma.balagh.portal.incident.PlaceNameService.NamedPoint;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.FormInputParser.WrongInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed about a place that is to be secured: latitude and longitude, or the name of a district or town;
 * how many visits; if wanted, from when to when; and what it is called. Numbers have a point: a comma, of either script, is
 * what separates them.
 */
final class SecuredPlaceParser {

    static final String FIELD = "places";

    private static final Pattern SEPARATOR = Pattern.compile("[,;،]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d.*");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–—]\\s*(\\d{1,2}:\\d{2})");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

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

    /** What is still to be read of a line. */
    private static final class Rest {

        private String text;

        Rest(String line) {
            text = line;
        }

        String next() {
            String[] parts = SEPARATOR.split(text, 2);
            text = parts.length == 2 ? parts[1] : "";
            return parts[0].strip();
        }

        /** The hours that stand next, if they do. */
        Optional<Matcher> hours() {
            Matcher hours = HOURS.matcher(SEPARATOR.split(text, 2)[0].strip());
            if (!hours.matches()) {
                return Optional.empty();
            }
            next();
            return Optional.of(hours);
        }
    }

    /** @throws WrongInput for what cannot be meant */
    PatrolPlanClient.Secured parse(String line) {
        var rest = new Rest(line);
        String first = rest.next();
        boolean isPlaceOnEarth = NUMBER.matcher(first).matches();
        NamedPoint place = isPlaceOnEarth ? placeOnEarth(first, rest.next()) : known(first);
        Integer visits = FormInputParser.wholeNumber(rest.next(), FIELD);
        Instant from = begin;
        Instant to = end;
        var hours = rest.hours();
        if (hours.isPresent() && begin != null) {
            from = next(hours.get().group(1), begin);
            to = next(hours.get().group(2), from);
        }
        String name = FormInputParser.text(rest.text);
        if (name == null && !isPlaceOnEarth) {
            name = first;
        }
        if (visits == null || name == null) {
            throw new WrongInput(FIELD);
        }
        return new PatrolPlanClient.Secured(name, place.latitude(), place.longitude(), from, to, visits);
    }

    private static NamedPoint placeOnEarth(String first, String second) {
        Double latitude = FormInputParser.number(first, FIELD);
        Double longitude = FormInputParser.number(second, FIELD);
        if (latitude == null || longitude == null) {
            throw new WrongInput(FIELD);
        }
        return new NamedPoint("", latitude, longitude);
    }

    private NamedPoint known(String name) {
        return gazetteer.find(name, jurisdiction).orElseThrow(() -> new WrongInput(FIELD));
    }

    /** That time of the day, the first that is not before. */
    private static Instant next(String hour, Instant before) {
        try {
            var local = before.atZone(FormInputParser.ZONE);
            var sameDay = local.with(LocalTime.parse(hour, HOUR));
            return (sameDay.isBefore(local) ? sameDay.plusDays(1) : sameDay).toInstant();
        } catch (DateTimeParseException noTime) {
            throw new WrongInput(FIELD);
        }
    }
}
