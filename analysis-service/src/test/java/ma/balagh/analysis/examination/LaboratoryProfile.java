package ma.balagh.analysis.examination;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with the laboratory that really examines, and short waits; without what other tests put in its place. */
public final class LaboratoryProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.arc.exclude-types", "ma.balagh.analysis.dossier.CaseFiles"),
                Map.entry("balagh.examination.lease", "PT2S"),
                Map.entry("balagh.examination.poll", "PT0.2S"),
                Map.entry("balagh.examination.retry", "PT0.1S"),
                Map.entry("balagh.examination.longest-retry", "PT0.5S"),
                Map.entry("balagh.known.flood-media", "4"),
                Map.entry("balagh.known.flood-share", "0"),
                Map.entry("balagh.known.search-max-size", "1M"),
                Map.entry("balagh.known.searches", "1"),
                Map.entry("balagh.known.searches-per-caller", "2"),
                Map.entry("balagh.rendition.lease", "PT2S"),
                Map.entry("balagh.rendition.beat", "PT0.1S"),
                Map.entry("balagh.rendition.poll", "PT0.2S"),
                Map.entry("balagh.rendition.retry", "PT0.1S"),
                Map.entry("balagh.rendition.moments", "1"),
                Map.entry("balagh.rendition.moment-wait", "PT0.5S"));
    }
}
