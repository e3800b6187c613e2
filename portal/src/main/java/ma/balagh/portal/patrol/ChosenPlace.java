package ma.balagh.portal.patrol;

import java.util.Locale;
import java.util.regex.Pattern;
import ma.balagh.portal.incident.PlaceNameService;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalLanguage;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * A place on a map that somebody wants to secure.
 *
 * @param name as people say it; nothing where nobody did
 */
public record ChosenPlace(
        @RestQuery @Nullable String latitude,
        @RestQuery @Nullable String longitude,
        @RestQuery @Nullable String jurisdiction,
        @RestQuery @Nullable String name) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST_NAME = 200;

    /** As many as a market of an evening may want; whoever plans says how many. */
    private static final int VISITS = 4;

    /** As it would be typed into the form of a plan; nothing where none was chosen. */
    @Nullable
    String line(PlaceNameService gazetteer, PortalLanguage language) {
        try {
            Double north = FormInputParser.number(latitude, "latitude");
            Double east = FormInputParser.number(longitude, "longitude");
            return north == null || east == null
                    ? null
                    : String.format(Locale.ROOT, "%.5f, %.5f, %d, ", north, east, VISITS)
                            + called(gazetteer.named(FormInputParser.text(name), north, east, language));
        } catch (FormInputParser.WrongInput noPlace) {
            return null;
        }
    }

    /** On one line. */
    private static String called(@Nullable String name) {
        String plain = name == null ? "" : BLANKS.matcher(name).replaceAll(" ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
