import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes places.tsv from GeoNames' towns and our own list; see README.md beside this file.
 *
 * <pre>java BuildGazetteer.java cities500.txt ../src/main/resources/ma/balagh/intake/place/places.tsv</pre>
 */
final class BuildGazetteer {

    /** Not settlements, or names that are words before they are places. */
    private static final Set<String> LEFT_OUT = Set.of(
            "8739768",
            "8542188",
            "596325",
            "10916940",
            "11396027",
            "2548880",
            "2548855",
            "2561978",
            "2572146",
            "2552531",
            "2532214",
            "2532230",
            "2556835",
            "2528650",
            "2534496",
            "2537320",
            "2565241",
            "10955770",
            "2546627",
            "9645564");

    /** Towns of Western Sahara have no second-level code there. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "2461993", "MA-LAA", "2462881", "MA-LAA", "2463029", "MA-BOD", "2463447", "MA-OUD", "9645313", "MA-BOD",
            "9645564", "MA-LAA");

    private static final Set<String> SEATS = Set.of("PPLC", "PPLA", "PPLA2");
    private static final int CITY = 100_000;
    private static final Predicate<String> IS_ARABIC = name -> name.codePoints()
            .allMatch(c -> c == ' ' || c == '-' || Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    private static final Predicate<String> IS_LATIN =
            name -> name.matches("\\p{Lu}[\\p{IsLatin}'’ -]{4,}") && !name.equals(name.toUpperCase());

    private record Place(
            String key,
            String kind,
            String ar,
            String fr,
            String en,
            String latitude,
            String longitude,
            String jurisdiction,
            String city,
            int population,
            Set<String> spellings) {

        String line() {
            Set<String> others = new LinkedHashSet<>(spellings);
            others.removeAll(Arrays.asList(ar, fr, en, ""));
            return String.join(
                    "\t",
                    key,
                    kind,
                    ar,
                    fr,
                    en,
                    latitude,
                    longitude,
                    jurisdiction,
                    city,
                    Integer.toString(population),
                    String.join(",", others));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String[]> own = new HashMap<>();
        List<String[]> added = new ArrayList<>();
        for (String[] row : rows(Path.of("own.tsv"), 10)) {
            if (row[0].matches("\\d+")) {
                own.put(row[0], row);
            } else {
                added.add(row);
            }
        }
        Map<String, String> provinces =
                rows(Path.of("provinces.tsv"), 2).stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
        Stream<Place> towns = rows(Path.of(arguments[0]), 19).stream()
                .filter(row -> Set.of("MA", "EH").contains(row[8]) && !LEFT_OUT.contains(row[0]))
                .map(row -> town(row, own.get(row[0]), provinces));
        List<String> lines = Stream.concat(towns, added.stream().map(BuildGazetteer::added))
                .sorted(Comparator.comparingInt((Place place) -> -place.population())
                        .thenComparing(Place::key))
                .map(Place::line)
                .toList();
        String head =
                "# Made by intake-service/gazetteer/BuildGazetteer.java from GeoNames (CC BY 4.0) and our own list; see"
                        + " LICENCE.md.\n#key\tkind\tar\tfr\ten\tlatitude\tlongitude\tjurisdiction\tcity\tpopulation\tspellings\n";
        Files.writeString(Path.of(arguments[1]), head + String.join("\n", lines) + "\n");
        System.out.println(lines.size() + " places");
    }

    private static Place town(String[] row, String[] own, Map<String, String> provinces) {
        int population = Integer.parseInt(row[14]);
        List<String> alternates = Arrays.asList(row[3].split(","));
        Set<String> spellings = new LinkedHashSet<>();
        // GeoNames' other names are in every language, and some of them are of a part or a neighbour: where we have a
        // list, it is ours.
        if (own != null) {
            spellings.addAll(Arrays.asList(own[9].split(",")));
        } else {
            alternates.stream().filter(IS_LATIN.or(IS_ARABIC)).forEach(spellings::add);
        }
        spellings.add(row[1]);
        spellings.add(row[2]);
        String arabic = own != null
                ? own[2]
                : alternates.stream().filter(IS_ARABIC).findFirst().orElse("");
        String jurisdiction = own != null && !own[7].isEmpty()
                ? own[7]
                : ELSEWHERE.getOrDefault(row[0], provinces.getOrDefault(row[11], "MA"));
        return new Place(
                row[0],
                population >= CITY || SEATS.contains(row[7]) ? "CITY" : "TOWN",
                arabic,
                own != null ? own[3] : row[1],
                own != null ? own[4] : row[1],
                row[4],
                row[5],
                jurisdiction,
                "",
                population,
                spellings);
    }

    private static Place added(String[] own) {
        return new Place(
                own[0],
                own[1],
                own[2],
                own[3],
                own[4],
                own[5],
                own[6],
                own[7],
                own[8],
                0,
                new LinkedHashSet<>(Arrays.asList(own[9].split(","))));
    }

    private static List<String[]> rows(Path file, int columns) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .filter(row -> {
                    if (row.length != columns) {
                        throw new IllegalArgumentException(file + ": " + String.join("|", row));
                    }
                    return true;
                })
                .toList();
    }
}
