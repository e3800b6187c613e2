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

    /** As it would be filled into the form of a plan; nothing where none was chosen. */
    @Nullable
    SecuredPlaceForm place(PlaceNameService gazetteer, PortalLanguage language) {
        try {
            Double north = FormInputParser.number(latitude, "latitude");
            Double east = FormInputParser.number(longitude, "longitude");
            return north == null || east == null
                    ? null
                    : new SecuredPlaceForm(
                            1,
                            "",
                            called(gazetteer.named(FormInputParser.text(name), north, east, language)),
                            degrees(north),
                            degrees(east),
                            String.valueOf(VISITS),
                            null,
                            null,
                            null);
        } catch (FormInputParser.WrongInput noPlace) {
            return null;
        }
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /** On one line. */
    private static String called(@Nullable String name) {
        String plain = name == null ? "" : BLANKS.matcher(name).replaceAll(" ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
