package ma.balagh.intake.proof;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.proof.ProofCases.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.intake.Clips;
import ma.balagh.intake.anchor.Anchor;
import ma.balagh.intake.anchor.AnchorConfig;
import ma.balagh.intake.anchor.AnchorStore;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.intake.evidence.EvidenceConfig;
import ma.balagh.intake.proof.CustodyProofService.Finding;
import ma.balagh.intake.proof.ProofCases.Case;
import ma.balagh.intake.proof.ProofFaultRecorder.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done to files, of evidence and of anchors, is found. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
final class KeptProofTest {

    private final ProofCases cases;
    private final CustodyService custody;
    private final AnchorStore anchors;
    private final EvidenceConfig evidenceConfig;
    private final AnchorConfig anchorConfig;

    @SuppressWarnings("NullAway.Init") // before each
    private Case secured;

    KeptProofTest(
            ProofCases cases,
            CustodyService custody,
            AnchorStore anchors,
            EvidenceConfig evidenceConfig,
            AnchorConfig anchorConfig) {
        this.cases = cases;
        this.custody = custody;
        this.anchors = anchors;
        this.evidenceConfig = evidenceConfig;
        this.anchorConfig = anchorConfig;
    }

    @BeforeEach
    void secure() {
        secured = cases.secured();
    }

    @Test
    void findsAnchorsThatAreNotKeptOutsideAsTheyAre() throws Exception {
        // Given
        Path file = anchorConfig.anchorDirectory().resolve(Anchor.name(1) + ".json");
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        // Then
        assertThat(named(cases.prove(), Part.ANCHOR, 1L))
                .singleElement()
                .asString()
                .contains("is missing");
        assertThat(named(cases.afterwards("insert into custody_anchor_work values (1)"), Part.ANCHOR, 1L))
                .isEmpty();
        // When
        Files.writeString(file, "{}");
        // Then
        assertThat(named(cases.prove(), Part.ANCHOR, 1L))
                .singleElement()
                .asString()
                .contains("has other bytes");
        assertThat(named(cases.afterwards("insert into custody_anchor_work values (1)"), Part.ANCHOR, 1L))
                .hasSize(1);
        // When
        Files.write(file, content);
        // Then
        assertThat(cases.prove().faults().named()).isEmpty();
        assertThat(anchors.newest()).hasValue(cases.count("custody_anchor"));
    }

    @Test
    void findsOtherBytesAndTellsWhichOfThemCustodyKnowsOf() throws Exception {
        // Given
        byte[] other = secured.clip().clone();
        other[30_000] ^= 1;
        cases.overwrite(secured, other);
        // Then
        assertThat(named(cases.prove(), Part.BYTES, secured.id()))
                .singleElement()
                .asString()
                .isEqualTo("bytes " + secured.id() + ": they have another SHA-256 than those that were secured");
        assertThat(custody.page(secured.id(), 0, Integer.MAX_VALUE, 100)).hasSize(2);
        // When
        secured.look().statusCode(500);
        // Then
        assertThat(named(cases.prove(), Part.BYTES, secured.id()))
                .singleElement()
                .asString()
                .contains("known damage, custody says so: they have another SHA-256");
        // When
        secured.filed().medium(OFFICER, secured.clip());
        // Then
        assertThat(cases.prove().faults().named()).isEmpty();
    }

    @Test
    void findsBytesThatDidNotGoAndWaitsForThoseThatStillHaveTo() throws Exception {
        // Given
        cases.erase(secured, secured.id());
        cases.overwrite(secured, secured.clip());
        // Then
        assertThat(named(cases.prove(), Part.BYTES, secured.id()))
                .singleElement()
                .asString()
                .contains("still in the store");
        // When
        Finding finding =
                cases.afterwards("update evidence set bytes_gone_at = null where id = '" + secured.id() + "'");
        // Then
        assertThat(finding.faults().named()).isEmpty();
        assertThat(finding.counts().remaining()).isEqualTo(1);
        Files.delete(cases.file(secured));
    }

    @Test
    void doesNotTakeAStoreThatIsAwayForLoss() throws Exception {
        // Given
        for (int i = 0; i < 12; i++) {
            secured.filed().medium(OFFICER, Clips.mp4());
        }
        Path directory = evidenceConfig.directory();
        Path away = directory.resolveSibling(directory.getFileName() + "-away");
        Files.move(directory, away);
        // When
        Finding finding = cases.prove();
        // Then
        Files.move(away, directory);
        assertThat(finding.holds()).isFalse();
        assertThat(finding.faults().named())
                .anyMatch(fault -> fault.why().equals("nothing after it was looked at"))
                .noneMatch(fault -> fault.why().contains("missing"))
                .anyMatch(fault -> fault.why().contains("they cannot be read"));
    }
}
