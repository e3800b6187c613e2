package ma.balagh.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What territories are called in each language: after the first place that lies there in the gazetteer; and what lies
 * nearest to a point.
 */
public final class TerritoryNameReader {

    private static final int ARABIC = 2;
    private static final int FRENCH = 3;
    private static final int ENGLISH = 4;
    private static final int LATITUDE = 5;
    private static final int LONGITUDE = 6;
    private static final int JURISDICTION = 7;

    /** Metres; positions of districts are right to about a kilometre. */
    private static final double FARTHEST = 20_000;

    /** Of one degree of latitude on a sphere of the earth's mean radius, 6371 km. */
    private static final double METRES_PER_DEGREE = 111_195;

    private static final Map<String, String> COUNTRY = Map.of("ar", "المغرب", "fr", "Maroc", "en", "Morocco");

    private final Map<String, Map<String, String>> byJurisdiction = new HashMap<>(Map.of("MA", COUNTRY));

    private final List<Place> places = new ArrayList<>();

    private TerritoryNameReader() {}

    private record Place(double latitude, double longitude, TranslatedText names) {

        /** In metres on a plane, which is near enough within a country. */
        double distance(double north, double east) {
            double high = latitude - north;
            double wide = (longitude - east) * Math.cos(Math.toRadians(north));
            return METRES_PER_DEGREE * Math.hypot(high, wide);
        }
    }

    public static TerritoryNameReader load() {
        var reader = new TerritoryNameReader();
        try (InputStream file = TerritoryNameReader.class.getResourceAsStream("/places.tsv")) {
            if (file == null) {
                throw new IllegalStateException("places.tsv is missing");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(reader::add);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] columns) {
        places.add(new Place(
                Double.parseDouble(columns[LATITUDE]),
                Double.parseDouble(columns[LONGITUDE]),
                new TranslatedText(
                        columns[ARABIC].isBlank() ? columns[FRENCH] : columns[ARABIC],
                        columns[FRENCH],
                        columns[ENGLISH])));
        byJurisdiction.putIfAbsent(
                columns[JURISDICTION], Map.of("ar", columns[ARABIC], "fr", columns[FRENCH], "en", columns[ENGLISH]));
    }

    /** Of the smallest territory around that has a name; the code where none has. */
    public String name(String jurisdiction, String language) {
        String code = jurisdiction;
        while (!byJurisdiction.containsKey(code) && code.indexOf('-') > 0) {
            code = code.substring(0, code.lastIndexOf('-'));
        }
        return byJurisdiction.getOrDefault(code, Map.of()).getOrDefault(language, jurisdiction);
    }

    public TranslatedText names(String jurisdiction) {
        return new TranslatedText(name(jurisdiction, "ar"), name(jurisdiction, "fr"), name(jurisdiction, "en"));
    }

    /** The place of the gazetteer that is nearest: a quarter of a large city, else a town. */
    public TranslatedText nearest(double latitude, double longitude) {
        return places.stream()
                .min(Comparator.comparingDouble(place -> place.distance(latitude, longitude)))
                .map(Place::names)
                .orElseThrow();
    }

    /** Likewise, where it is not farther than 20 km; null where nothing is near. */
    public @Nullable TranslatedText near(double latitude, double longitude) {
        return places.stream()
                .filter(place -> place.distance(latitude, longitude) <= FARTHEST)
                .min(Comparator.comparingDouble(place -> place.distance(latitude, longitude)))
                .map(Place::names)
                .orElse(null);
    }

    /** The codes of all cities, such as MA-CAS. */
    public Set<String> cities() {
        return byJurisdiction.keySet().stream()
                .filter(code -> code.chars().filter(sign -> sign == '-').count() == 1)
                .collect(Collectors.toUnmodifiableSet());
    }
}
