package ma.balagh.analysis.examination;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with the laboratory that really examines, and short waits; without what other tests put in its place. */
public final class LaboratoryProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.arc.exclude-types", "ma.balagh.analysis.dossier.CaseFiles",
                "balagh.examination.lease", "PT2S",
                "balagh.examination.poll", "PT0.2S",
                "balagh.examination.retry", "PT0.1S",
                "balagh.examination.longest-retry", "PT0.5S",
                "balagh.known.flood-media", "4",
                "balagh.known.flood-share", "0",
                "balagh.known.search-max-size", "1M",
                "balagh.known.searches", "1");
    }
}
