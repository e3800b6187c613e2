package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.shell.PortalLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Names the place near a position, in the viewer's language: people write places in one language, and others have to
 * find them. The build takes the list from intake's gazetteer. Templates say {@code inject:places}.
 */
@Named("places")
@Singleton
@TemplateData
@RegisterResources(globs = "places.tsv")
public class PlaceNameService {

    /** Metres; positions of districts are right to about a kilometre. */
    private static final double FARTHEST = 20_000;

    private static final double METRES_PER_DEGREE = 111_195;

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s-]+");

    /** What territories have in common with the city in which they lie. */
    private static final Pattern CITY = Pattern.compile("^([A-Z]+-[A-Z0-9]+)-.*");

    private final List<Place> places = read();

    /** The name of the nearest city, town or district; nothing where none is near. */
    public @Nullable String near(@Nullable Double latitude, @Nullable Double longitude, PortalLanguage language) {
        if (latitude == null || longitude == null) {
            return null;
        }
        return places.stream()
                .min(Comparator.comparingDouble(place -> place.metresFrom(latitude, longitude)))
                .filter(place -> place.metresFrom(latitude, longitude) <= FARTHEST)
                .map(place -> place.in(language))
                .orElse(null);
    }

    /**
     * What a place is called: as people said it; where a service knew no more than the Arabic name of what is near, or nothing,
     * what is near in the viewer's language; nothing where neither is known.
     */
    public @Nullable String named(
            @Nullable String said, @Nullable Double latitude, @Nullable Double longitude, PortalLanguage language) {
        boolean isSaid = said != null && !said.equals(near(latitude, longitude, PortalLanguage.AR));
        String near = isSaid ? null : near(latitude, longitude, language);
        return near == null ? said : near;
    }

    /** What the territory of that code is called: after the first place of its city in the gazetteer; nothing where none is known. */
    public @Nullable String territory(String code, PortalLanguage language) {
        String city = CITY.matcher(code).replaceFirst("$1");
        return places.stream()
                .filter(place -> place.jurisdiction.equals(city))
                .findFirst()
                .map(place -> place.in(language))
                .orElse(null);
    }

    /**
     * Where the city, town or district of that name is, however it is spelt; nothing where none is called so, or several are of
     * which not one alone lies in the jurisdiction.
     */
    public Optional<NamedPoint> find(@Nullable String name, @Nullable String jurisdiction) {
        String wanted = folded(name == null ? "" : name);
        var called = places.stream()
                .filter(place -> place.spellings.contains(wanted))
                .toList();
        var within = called.stream().filter(place -> place.isIn(jurisdiction)).toList();
        return Stream.of(called, within)
                .filter(found -> found.size() == 1)
                .map(List::getFirst)
                .map(place -> new NamedPoint(place.fr, place.latitude, place.longitude))
                .findFirst();
    }

    /** Without accents and the letters that Arabic writes in several ways. */
    private static String folded(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace('’', '\'');
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** Cities, the largest first, for the map. */
    List<NamedPoint> cities(PortalLanguage language) {
        return places.stream()
                .filter(place -> place.population > 0)
                .sorted(Comparator.comparingLong(Place::population).reversed())
                .map(place -> new NamedPoint(place.in(language), place.latitude, place.longitude))
                .toList();
    }

    /** A name at its place. */
    public record NamedPoint(String name, double latitude, double longitude) {}

    private static List<Place> read() {
        try (InputStream file = PlaceNameService.class.getResourceAsStream("/places.tsv")) {
            if (file == null) {
                throw new IllegalStateException("places.tsv is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Place(
                            cells[2],
                            cells[3],
                            cells[4],
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6]),
                            cells[7],
                            cells[9].isEmpty() ? 0 : Long.parseLong(cells[9]),
                            spellings(cells)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> spellings(String[] cells) {
        return Stream.concat(Stream.of(cells).skip(2).limit(3), Stream.of(cells[10].split(",")))
                .map(spelling -> folded(spelling.replace("!", "")))
                .filter(spelling -> !spelling.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Place(
            String ar,
            String fr,
            String en,
            double latitude,
            double longitude,
            String jurisdiction,
            long population,
            Set<String> spellings) {

        boolean isIn(@Nullable String territory) {
            return territory != null && (jurisdiction.equals(territory) || jurisdiction.startsWith(territory + "-"));
        }

        String in(PortalLanguage language) {
            String name = switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
            return name.isBlank() ? fr : name;
        }

        /** On a plane, which is near enough within a country. */
        double metresFrom(double otherLatitude, double otherLongitude) {
            double north = (latitude - otherLatitude) * METRES_PER_DEGREE;
            double east = (longitude - otherLongitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east);
        }
    }
}
