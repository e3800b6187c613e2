package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.VehicleDescription;
import ma.balagh.contracts.analysis.VehicleKind;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.WeaponKind;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened, from the proposal to the event that dispatch reads. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class OffenceFactsTest {

    private static final String SUMMARY = "Deux hommes à moto arrachent un sac;\nle passager montre un couteau";

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile file;

    @BeforeEach
    void openADossier() {
        file = files.open("MA-CAS");
    }

    @Test
    void goWithTheVerdictToThoseWhoAreSent() {
        // When
        UUID proposal = UUID.fromString(ANALYST.proposes(file.dossierId(), offence(file.evidenceId()))
                .statusCode(201)
                .body("facts.summary", equalTo(SUMMARY))
                .body("facts.vehicle.kind", equalTo("MOTORCYCLE"))
                .body("facts.dangerContinues", equalTo(true))
                .body("still.at", equalTo(4.25f))
                .body("placeCertainty", equalTo("CERTAIN"))
                .extract()
                .path("id"));
        OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);

        // Then
        ANALYST.reads(file.dossierId())
                .body("verdict.facts.weapon", equalTo("KNIFE"))
                .body("verdict.still.evidenceId", equalTo(file.evidenceId().toString()));
        VerdictReached reached = reached();
        assertThat(reached.facts())
                .isEqualTo(new OffenceFacts(
                        OffenceKind.STREET_ROBBERY,
                        SUMMARY,
                        2,
                        1,
                        new VehicleDescription(VehicleKind.MOTORCYCLE, "noire"),
                        WeaponKind.KNIFE,
                        "vers le port",
                        true));
        assertThat(reached.still()).isEqualTo(new MarkedMoment(file.evidenceId(), 4.25));
        assertThat(reached.placeCertainty()).isEqualTo(PlaceCertainty.CERTAIN);
        assertThat(reached.claim())
                .isNotNull()
                .satisfies(claim -> assertThat(claim.latitude()).isEqualTo(33.5883));
        assertThat(reached.reports()).isEqualTo(1);
    }

    @Test
    void sayThatAPlaceIsOnlyClaimed() {
        // When
        ANALYST.proposes(file.dossierId(), Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Arme visible"))
                // Then
                .statusCode(201)
                .body("placeCertainty", equalTo("CLAIMED"))
                .body("facts", nullValue())
                .body("still", nullValue());
    }

    @Test
    void areNoneWhereNothingIsSaid() {
        // Given
        Map<String, Object> proposal = new HashMap<>(offence(file.evidenceId()));
        proposal.put("facts", Map.of("summary", "  ", "vehicle", Map.of("colour", " ")));

        // Then
        ANALYST.proposes(file.dossierId(), proposal).statusCode(201).body("facts", nullValue());
    }

    @Test
    void markNoMediumOfAnotherDossierNorOneThatSomeMayNotSee() {
        // Given: the same dossier, and evidence that a report of another territory brought
        UUID elsewhere = files.open("MA-CAS").evidenceId();
        UUID rabat = files.repeat(file.evidenceId(), "MA-RBA");
        UUID broughtByRabat = files.bring(rabat, "MA-RBA");
        database.execute(
                "insert into dossier_evidence (dossier_id, evidence_id, joined_at) values (?, ?, now()) on conflict do nothing",
                file.dossierId(),
                broughtByRabat);

        // Then
        refuses(elsewhere);
        refuses(broughtByRabat);
        ANALYST.in("MA-CAS", "MA-RBA")
                .proposes(file.dossierId(), offence(broughtByRabat))
                .statusCode(400);
    }

    @Test
    void areRefusedByTheDatabaseForMisconduct() {
        // Given
        UUID proposal = ANALYST.proposes(file.dossierId(), "POLICE_MISCONDUCT");

        // Then
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        database.execute("update verdict_proposal set suspects = 1 where proposal_id = ?", proposal))
                .hasMessageContaining("verdict_proposal_facts_check");
    }

    private void refuses(UUID evidenceId) {
        ANALYST.proposes(file.dossierId(), offence(evidenceId))
                .statusCode(400)
                .body("violations.field", hasItem("still.evidenceId"));
    }

    private VerdictReached reached() {
        return kafka.await(VerdictReached.class, event -> event.dossierId().equals(file.dossierId()));
    }

    private static Map<String, Object> offence(UUID evidenceId) {
        return Map.of(
                "verdict",
                "PRESUMED_OFFENCE",
                "reasons",
                "Vol avec violence visible à 0:04",
                "placeCertainty",
                "CERTAIN",
                "facts",
                Map.of(
                        "offence",
                        "STREET_ROBBERY",
                        "summary",
                        SUMMARY,
                        "suspects",
                        2,
                        "victims",
                        1,
                        "vehicle",
                        Map.of("kind", "MOTORCYCLE", "colour", "noire"),
                        "weapon",
                        "KNIFE",
                        "direction",
                        "vers le port",
                        "dangerContinues",
                        true),
                "still",
                Map.of("evidenceId", evidenceId, "at", 4.25));
    }
}
