package ma.balagh.analysis.known;

import static ma.balagh.analysis.known.Bankers.ANALYST;
import static ma.balagh.analysis.known.Bankers.KNOWN_MATCHES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.UUID;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** What becomes of known footage that matches too much. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class KnownFootageQuarantineServiceTest extends LaboratoryVisit {

    @Test
    void setsAsideWhatSuddenlyMatchesTooMuchUntilItIsBankedAgain() throws Exception {
        // Given: four matches are a flood here
        Path clip = Media.clip(directory.resolve("a.mp4"), Media.cells(320), 3);
        UUID evidenceId = examined(clip);
        UUID known = ANALYST.banked(evidenceId, "FICTION");
        UUID last = evidenceId;
        for (int k = 0; k < 4; k++) {
            ANALYST.reads(known).body("state", equalTo("BANKED"));
            last = examined(Media.copy(directory.resolve(k + ".mp4"), clip, "-crf", Integer.toString(30 + k)));
        }

        // Then
        ANALYST.reads(known)
                .body("state", equalTo("QUARANTINED"))
                .body("quarantine.reason", equalTo("MATCHES_TOO_MUCH"))
                .body("quarantine.media", equalTo(4));
        ANALYST.examines(last).body(KNOWN_MATCHES, empty());
        ANALYST.lists().body("items.find { it.id == '%s' }.state".formatted(known), equalTo("QUARANTINED"));

        // When
        UUID again = ANALYST.banked(evidenceId, "FICTION");

        // Then
        ANALYST.reads(known).statusCode(404);
        ANALYST.reads(again).body("state", equalTo("BANKED"));
        ANALYST.examines(last).body(KNOWN_MATCHES + ".with.id", contains(again.toString()));
    }
}
