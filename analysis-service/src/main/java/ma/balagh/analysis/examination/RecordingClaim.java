package ma.balagh.analysis.examination;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.LaboratoryMethod;

/**
 * When and where the file says that it was recorded, as far as its methods have nothing against that.
 *
 * @param recorded as ISO 8601; empty where the file does not say
 * @param latitude degrees north; empty where the file does not say
 * @param longitude degrees east; empty where the file does not say
 */
record RecordingClaim(String recorded, String latitude, String longitude) {

    static RecordingClaim of(List<Finding> findings) {
        Map<String, String> place = facts(findings, LaboratoryMethod.METADATA_LOCATION);
        return new RecordingClaim(
                facts(findings, LaboratoryMethod.METADATA_RECORDED_ON).getOrDefault("recorded", ""),
                place.getOrDefault("latitude", ""),
                place.getOrDefault("longitude", ""));
    }

    private static Map<String, String> facts(List<Finding> findings, LaboratoryMethod method) {
        return findings.stream()
                .filter(finding -> finding.method().equals(method.id()) && finding.result() == FindingResult.PASS)
                .map(Finding::facts)
                .findFirst()
                .orElse(Map.of());
    }

    /** A clause, or none. */
    Stream<String> in(SummaryTexts phrases) {
        return recorded.isEmpty() && (latitude.isEmpty() || longitude.isEmpty())
                ? Stream.empty()
                : Stream.of(phrases.of(
                        "recorded", Map.of("recorded", recorded, "latitude", latitude, "longitude", longitude)));
    }
}
