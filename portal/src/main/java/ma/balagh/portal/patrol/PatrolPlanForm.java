package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.shell.DisplayFormatter;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new plan, as it was filled in.
 *
 * @param places one on each line: latitude, longitude, visits, name
 */
@TemplateData
public record PatrolPlanForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String from,
        @RestForm @Nullable String to,
        @RestForm @Nullable String places) {

    static final Set<String> FIELDS = Set.of("jurisdiction", "from", "to", "places");

    private static final Duration SHIFT = Duration.ofHours(8);
    private static final int PARTS = 4;
    private static final int VISITS = 2;
    private static final int NAME = 3;

    /** The next eight hours. */
    static PatrolPlanForm empty(String key, Instant now, DisplayFormatter format) {
        var from = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return new PatrolPlanForm(key, null, format.field(from), format.field(from.plus(SHIFT)), null);
    }

    /** @throws FormInputParser.WrongInput for what cannot be meant */
    PatrolPlanClient.Make command() {
        var begin = FormInputParser.moment(from, "from");
        var end = FormInputParser.moment(to, "to");
        var secured = new ArrayList<PatrolPlanClient.Secured>();
        var lines = FormInputParser.lines(places);
        for (var line : lines == null ? List.<String>of() : lines) {
            secured.add(place(line, begin, end));
        }
        return new PatrolPlanClient.Make(FormInputParser.text(jurisdiction), begin, end, secured);
    }

    /** Numbers have a point: a comma is what separates them, in either script. */
    private static PatrolPlanClient.Secured place(String line, @Nullable Instant begin, @Nullable Instant end) {
        var parts = line.split("[,;،]", PARTS);
        if (parts.length < PARTS) {
            throw new FormInputParser.WrongInput("places");
        }
        var latitude = FormInputParser.number(parts[0], "places");
        var longitude = FormInputParser.number(parts[1], "places");
        var visits = FormInputParser.wholeNumber(parts[VISITS], "places");
        var name = FormInputParser.text(parts[NAME]);
        if (latitude == null || longitude == null || visits == null || name == null) {
            throw new FormInputParser.WrongInput("places");
        }
        return new PatrolPlanClient.Secured(name, latitude, longitude, begin, end, visits);
    }
}
