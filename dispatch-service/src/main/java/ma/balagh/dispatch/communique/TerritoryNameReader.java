package ma.balagh.dispatch.communique;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What territories are called in each language: after the first place that lies there in the gazetteer. */
final class TerritoryNameReader {

    private static final int ARABIC = 2;
    private static final int FRENCH = 3;
    private static final int ENGLISH = 4;
    private static final int JURISDICTION = 7;

    private static final Map<String, String> COUNTRY = Map.of("ar", "المغرب", "fr", "Maroc", "en", "Morocco");

    private final Map<String, Map<String, String>> byJurisdiction = new HashMap<>(Map.of("MA", COUNTRY));

    private TerritoryNameReader() {}

    static TerritoryNameReader load() {
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
        byJurisdiction.putIfAbsent(
                columns[JURISDICTION], Map.of("ar", columns[ARABIC], "fr", columns[FRENCH], "en", columns[ENGLISH]));
    }

    /** Of the smallest territory around that has a name; the code where none has. */
    String name(String jurisdiction, String language) {
        String code = jurisdiction;
        while (!byJurisdiction.containsKey(code) && code.indexOf('-') > 0) {
            code = code.substring(0, code.lastIndexOf('-'));
        }
        return byJurisdiction.getOrDefault(code, Map.of()).getOrDefault(language, jurisdiction);
    }
}
