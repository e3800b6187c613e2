import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often two clips of one place at other times are said to be copies of each other, or to share seconds, and how often
 * they are recognised as the same place; the same of clips of different places.
 *
 * <p>{@code java benchmarks/SamePlace.java DIR}, where DIR holds clips named {@code <place>.<moment>.<extension>}. Each is
 * compared with each of the others; a pair counts once, by the worst that is said of it from either side.
 */
final class SamePlace {

    /** What may be said of a pair, the worst last. */
    private static final List<String> WORST = List.of("", "SHARED_SOUND", "SAME_SCENE", "SHARED_SPAN", "COPY");

    private SamePlace() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("usage: java benchmarks/SamePlace.java DIR   (with clips named <place>.<moment>.<extension>)");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]).toRealPath();
        List<String> clips = clips(folder);
        Map<String, Match> said = new HashMap<>();
        for (Match match : Match.all(folder, folder)) {
            if (!match.query().equals(match.known())) {
                said.merge(pair(match.query(), match.known()), match, SamePlace::worse);
            }
        }
        Map<String, Map<String, Integer>> samePlace = new TreeMap<>();
        Map<String, Integer> otherPlaces = new TreeMap<>();
        for (int one = 0; one < clips.size(); one++) {
            for (int two = one + 1; two < clips.size(); two++) {
                Match match = said.get(pair(clips.get(one), clips.get(two)));
                String kind = match == null ? "" : match.kind();
                if (place(clips.get(one)).equals(place(clips.get(two)))) {
                    samePlace.computeIfAbsent(place(clips.get(one)), none -> new TreeMap<>()).merge(kind, 1, Integer::sum);
                } else {
                    otherPlaces.merge(kind, 1, Integer::sum);
                }
                if (match != null && WORST.indexOf(kind) > WORST.indexOf("SAME_SCENE")) {
                    System.out.printf("  %s: %s ~ %s, score %.2f%n", kind, clips.get(one), clips.get(two), match.score());
                }
            }
        }
        print(samePlace, otherPlaces);
    }

    private static void print(Map<String, Map<String, Integer>> samePlace, Map<String, Integer> otherPlaces) {
        System.out.printf("%n%-24s %6s %6s %12s %11s %6s%n", "place", "pairs", "copy", "shared span", "same scene", "none");
        Map<String, Integer> all = new TreeMap<>();
        samePlace.forEach((place, kinds) -> {
            kinds.forEach((kind, count) -> all.merge(kind, count, Integer::sum));
            print(place, kinds);
        });
        print("all", all);
        print("of different places", otherPlaces);
        tell("of one place", all);
        tell("of different places", otherPlaces);
    }

    private static void print(String place, Map<String, Integer> kinds) {
        System.out.printf(
                "%-24s %6d %6d %12d %11d %6d%n",
                place,
                sum(kinds),
                kinds.getOrDefault("COPY", 0),
                kinds.getOrDefault("SHARED_SPAN", 0),
                kinds.getOrDefault("SAME_SCENE", 0),
                kinds.getOrDefault("", 0));
    }

    private static void tell(String pairs, Map<String, Integer> kinds) {
        int copies = kinds.getOrDefault("COPY", 0) + kinds.getOrDefault("SHARED_SPAN", 0);
        System.out.printf(
                "%npairs %s: copy or shared span: %s; same scene: %s",
                pairs,
                Rate.of(copies, sum(kinds)),
                Rate.of(kinds.getOrDefault("SAME_SCENE", 0), sum(kinds)));
    }

    private static int sum(Map<String, Integer> kinds) {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Match worse(Match one, Match two) {
        return WORST.indexOf(two.kind()) > WORST.indexOf(one.kind()) ? two : one;
    }

    private static String pair(String one, String two) {
        return one.compareTo(two) < 0 ? one + " ~ " + two : two + " ~ " + one;
    }

    private static String place(String clip) {
        return clip.substring(0, clip.indexOf('.'));
    }

    private static List<String> clips(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
