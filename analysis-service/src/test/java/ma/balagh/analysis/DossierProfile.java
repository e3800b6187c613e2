package ma.balagh.analysis;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.examination.IdleLaboratory;

/** The service with a laboratory that waits for the test, and short waits elsewhere. */
public final class DossierProfile implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(IdleLaboratory.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "balagh.dossier.media-grace", "PT1S",
                "balagh.dossier.sweep-interval", "PT1S",
                "balagh.dossier.metrics-interval", "PT1S",
                "balagh.urgency.crowded-interval", "PT1S",
                "balagh.urgency.crowded-pause", "PT1S");
    }
}
