package ma.balagh.intake.proof;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A database and a directory that no other test has tampered with. */
public final class OwnDatabase implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("balagh.evidence.directory", "target/evidence-proof/${quarkus.uuid}");
    }
}
