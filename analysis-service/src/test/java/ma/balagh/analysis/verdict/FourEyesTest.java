package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static ma.balagh.analysis.dossier.Staff.OFFICER_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** No verdict without two different people: neither by SQL nor by deciding at the same moment. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class FourEyesTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID dossier;

    @SuppressWarnings("NullAway.Init") // set before each test
    UUID proposal;

    @BeforeEach
    void propose() {
        dossier = files.open("MA-CAS").dossierId();
        proposal = ANALYST.proposes(dossier, "FALSE_REPORT");
    }

    @Test
    void holdsAgainstADecisionWrittenForTheProposer() {
        assertRefused("verdict_proposal_four_eyes_check", """
                update verdict_proposal set decision = 'CONFIRM', decision_reason = 'import',
                    decided_by = proposed_by, decided_by_name = 'analyst', decided_at = now()
                where proposal_id = '%s'
                """.formatted(proposal));
    }

    @Test
    void holdsAgainstAVerdictWrittenWithoutAConfirmation() {
        assertRefused("verdict_people_fkey", verdictBy("'someone else'"));
        assertRefused("verdict_four_eyes_check", verdictBy("proposed_by"));
    }

    @Test
    void holdsAgainstADossierThatIsConcludedWithoutAVerdict() {
        assertRefused(
                "dossier_concluded_check",
                "update dossier set state = 'CONCLUDED', proposal_id = null, "
                        + "proposed_at = null where dossier_id = '%s'".formatted(dossier));
        assertRefused("dossier_verdict_fkey", """
                update dossier set state = 'CONCLUDED', proposal_id = null, proposed_at = null,
                    verdict_id = gen_random_uuid(), verdict = 'FALSE_REPORT', concluded_at = now()
                where dossier_id = '%s'
                """.formatted(dossier));
    }

    @Test
    void holdsAgainstASecondPendingProposal() {
        assertRefused("verdict_proposal_pending_key", """
                insert into verdict_proposal (proposal_id, dossier_id, verdict, reasons, proposed_by, proposed_by_name,
                    proposed_at)
                values ('%s', '%s', 'FALSE_REPORT', 'written by hand', 'x', 'x', now())
                """.formatted(IdGenerator.next(), dossier));
    }

    @Test
    void holdsAgainstChangingADecisionAfterwards() {
        // Given
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(200);

        // Then
        assertRefused(
                "a decision is final",
                "update verdict_proposal set decided_by = 'x' where proposal_id = '%s'".formatted(proposal));
        assertRefused("a decision is final", "delete from verdict where dossier_id = '%s'".formatted(dossier));
    }

    @RepeatedTest(5)
    void letsOneOfTwoDecideAtTheSameMoment() throws Exception {
        // When
        List<Callable<Integer>> decisions = List.of(
                () -> OFFICER.decides(dossier, proposal, "CONFIRM").extract().statusCode(),
                () -> OFFICER_2.decides(dossier, proposal, "CONFIRM").extract().statusCode());
        List<Integer> answers;
        try (ExecutorService people = Executors.newFixedThreadPool(decisions.size())) {
            answers =
                    people.invokeAll(decisions).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(answers)
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).isEqualTo(200),
                        second -> assertThat(second).isIn(409, 412));
        kafka.awaitOnly(VerdictReached.class, reached -> reached.dossierId().equals(dossier));
    }

    private String verdictBy(String confirmer) {
        return """
                insert into verdict (verdict_id, dossier_id, proposal_id, verdict, proposed_by, confirmed_by, confirmed_at)
                select '%s', dossier_id, proposal_id, verdict, proposed_by, %s, now()
                from verdict_proposal where proposal_id = '%s'
                """.formatted(IdGenerator.next(), confirmer, proposal);
    }

    private void assertRefused(String by, String sql) {
        assertThatThrownBy(() -> database.execute(sql)).hasMessageContaining(by);
    }
}
