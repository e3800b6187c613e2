package ma.balagh.intake.place;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All spellings of all places, word by word. */
@RegisterResources(globs = "ma/balagh/intake/place/places.tsv")
final class PlaceNameIndex {

    /** The words that spellings go on with. */
    static final class Node {

        private final Map<String, Node> next = new HashMap<>();
        private final List<PlaceSpelling> spellings = new ArrayList<>(1);

        Map<String, Node> next() {
            return next;
        }

        /** Those that end here; at most one for each place. */
        List<PlaceSpelling> spellings() {
            return spellings;
        }
    }

    private final Node root = new Node();
    private final List<GazetteerEntry> places = new ArrayList<>();

    PlaceNameIndex() {
        lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .forEach(this::add);
    }

    Node root() {
        return root;
    }

    List<GazetteerEntry> places() {
        return List.copyOf(places);
    }

    private void add(String[] row) {
        var place = new GazetteerEntry(
                row[0],
                PlaceKind.valueOf(row[1]),
                row[2].isEmpty() ? null : row[2],
                row[3],
                row[4],
                Double.parseDouble(row[5]),
                Double.parseDouble(row[6]),
                row[7],
                row[8].isEmpty() ? null : row[8],
                Integer.parseInt(row[9]));
        places.add(place);
        List<PlaceSpelling> spellings = Stream.concat(Stream.of(row[10].split(",")), Stream.of(row[2], row[3], row[4]))
                .filter(spelling -> !spelling.isEmpty())
                .map(spelling -> PlaceSpelling.of(place, spelling))
                .toList();
        Set<List<String>> guarded = spellings.stream()
                .filter(PlaceSpelling::guarded)
                .map(PlaceSpelling::forms)
                .collect(Collectors.toSet());
        spellings.forEach(spelling -> add(
                spelling.forms(), new PlaceSpelling(place, spelling.written(), guarded.contains(spelling.forms()))));
    }

    private void add(List<String> forms, PlaceSpelling spelling) {
        Node node = root;
        for (String form : forms) {
            node = node.next.computeIfAbsent(form, first -> new Node());
        }
        boolean known = node.spellings.stream().anyMatch(other -> other.place().equals(spelling.place()));
        if (!forms.isEmpty() && !known) {
            node.spellings.add(spelling);
        }
    }

    private static Stream<String> lines() {
        try (InputStream file = PlaceNameIndex.class.getResourceAsStream("places.tsv")) {
            if (file == null) {
                throw new IllegalStateException("places.tsv is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
