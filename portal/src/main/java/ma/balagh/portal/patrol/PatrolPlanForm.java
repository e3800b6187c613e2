package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.incident.PlaceNameService;
import ma.balagh.portal.shell.DisplayFormatter;
import ma.balagh.portal.shell.FormInputParser;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new plan, as it was filled in.
 *
 * @param places one on each line, as {@link SecuredPlaceParser} reads them
 */
@TemplateData
public record PatrolPlanForm(
        @RestForm @Nullable String key,
        @RestForm @Nullable String jurisdiction,
        @RestForm @Nullable String from,
        @RestForm @Nullable String to,
        @RestForm @Nullable String places) {

    static final Set<String> FIELDS = Set.of("jurisdiction", "from", "to", SecuredPlaceParser.FIELD);

    private static final Duration SHIFT = Duration.ofHours(8);

    /**
     * The next eight hours.
     *
     * @param places that were chosen on the map
     */
    static PatrolPlanForm empty(
            String key, @Nullable String jurisdiction, @Nullable String places, Instant now, DisplayFormatter format) {
        var from = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return new PatrolPlanForm(key, jurisdiction, format.field(from), format.field(from.plus(SHIFT)), places);
    }

    /** @throws FormInputParser.WrongInput for what cannot be meant */
    PatrolPlanClient.Make command(PlaceNameService gazetteer) {
        var begin = FormInputParser.moment(from, "from");
        var end = FormInputParser.moment(to, "to");
        var territory = FormInputParser.text(jurisdiction);
        var parser = new SecuredPlaceParser(gazetteer, territory, begin, end);
        var secured = new ArrayList<PatrolPlanClient.Secured>();
        var lines = FormInputParser.lines(places);
        for (var line : lines == null ? List.<String>of() : lines) {
            secured.add(parser.parse(line));
        }
        return new PatrolPlanClient.Make(territory, begin, end, secured);
    }
}
