package ma.balagh.accuracy.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.AlteredCopy;
import ma.balagh.accuracy.copies.CopySet;
import ma.balagh.accuracy.metric.ConfidenceRate;

/** What examinations find in files of which is known what should be found. */
final class FindingCounter {

    private static final String OVERLAID = "picture.text.overlaid";
    private static final String UNCHANGED = "originals and unrelated";

    private final LaboratoryClient laboratory;

    FindingCounter(LaboratoryClient laboratory) {
        this.laboratory = laboratory;
    }

    /** In how many copies of each change writing or logos are found over the picture. */
    MarkdownTable overlaidText(CopySet set) throws IOException, InterruptedException {
        Map<String, List<Path>> files = new LinkedHashMap<>();
        files.put(
                UNCHANGED, set.known().stream().map(set.knownFolder()::resolve).toList());
        for (AlteredCopy copy : set.copies()) {
            files.merge(copy.change(), List.of(set.copiesFolder().resolve(copy.file())), FindingCounter::both);
        }
        List<JsonNode> examinations = laboratory.examinations(
                files.values().stream().flatMap(List::stream).toList());
        var table = new MarkdownTable("change", "writing or a logo found");
        int at = 0;
        for (var change : files.entrySet()) {
            int end = at + change.getValue().size();
            long found = examinations.subList(at, end).stream()
                    .filter(FindingCounter::hasOverlaidText)
                    .count();
            table.row(change.getKey(), found + " of " + change.getValue().size());
            at = end;
        }
        return table;
    }

    private static List<Path> both(List<Path> some, List<Path> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static boolean hasOverlaidText(JsonNode examination) {
        for (JsonNode finding : examination.path("findings")) {
            if (finding.path("code").asText().equals(OVERLAID)) {
                return true;
            }
        }
        return false;
    }

    /** How each method ends on ordinary files, of which nothing should fail. */
    MarkdownTable ordinary(List<Path> files) throws IOException, InterruptedException {
        var results = new TreeMap<String, Map<String, Long>>();
        for (JsonNode examination : laboratory.examinations(files)) {
            for (JsonNode finding : examination.path("findings")) {
                results.computeIfAbsent(finding.path("method").asText(), none -> new TreeMap<>())
                        .merge(finding.path("result").asText(), 1L, Long::sum);
            }
        }
        var table = new MarkdownTable("method", "pass", "unknown", "fail");
        results.forEach((method, counts) -> {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            table.row(
                    "`" + method + "`",
                    counts.getOrDefault("PASS", 0L),
                    counts.getOrDefault("UNKNOWN", 0L),
                    ConfidenceRate.of(counts.getOrDefault("FAIL", 0L), all));
        });
        return table;
    }
}
