package ma.balagh.analysis.examination;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;

/**
 * When and where the file says that it was recorded, as far as its methods have nothing against that.
 *
 * @param recorded day and time as they are read in every language; empty where the file does not say
 * @param position degrees north and east; empty where the file does not say
 */
record RecordingClaim(String recorded, String position) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    static RecordingClaim of(List<Finding> findings) {
        Map<String, String> time = facts(findings, Method.METADATA_RECORDED_ON);
        Map<String, String> place = facts(findings, Method.METADATA_LOCATION);
        return new RecordingClaim(
                time(time.getOrDefault("recorded", "")),
                place.containsKey("latitude") && place.containsKey("longitude")
                        ? place.get("latitude") + ", " + place.get("longitude")
                        : "");
    }

    private static Map<String, String> facts(List<Finding> findings, Method method) {
        return findings.stream()
                .filter(finding -> finding.method().equals(method.id()) && finding.result() == Result.PASS)
                .map(Finding::facts)
                .findFirst()
                .orElse(Map.of());
    }

    private static String time(String recorded) {
        if (recorded.isEmpty()) {
            return "";
        }
        try {
            return recorded.endsWith("Z")
                    ? TIME.format(Instant.parse(recorded).atOffset(ZoneOffset.UTC)) + " UTC"
                    : TIME.format(LocalDateTime.parse(recorded));
        } catch (DateTimeException notATime) {
            return recorded;
        }
    }

    /** A clause, or none. */
    Stream<String> in(SummaryPhrases phrases) {
        return recorded.isEmpty() && position.isEmpty()
                ? Stream.empty()
                : Stream.of(phrases.of("recorded", Map.of("recorded", recorded, "position", position)));
    }
}
