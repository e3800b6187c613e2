package ma.balagh.analysis.joining;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.INSPECTING_ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class AttachmentServiceTest {

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // set before each test
    CaseFile event;

    @BeforeEach
    void openADossier() {
        event = files.open("MA-CAS");
    }

    @Test
    void putsReportsThatStandNowhereIntoTheDossier() {
        // Given
        UUID one = files.waiting("MA-CAS");
        UUID other = files.waiting("MA-CAS");

        // When
        ANALYST.attaches(event.dossierId(), List.of(one, other))
                .statusCode(200)
                .body("kind", equalTo("ATTACHED"))
                .body("by", equalTo("analyst"));

        // Then
        assertThat(files.reportsIn(event.dossierId())).containsExactlyInAnyOrder(event.reportId(), one, other);
        for (UUID report : List.of(one, other)) {
            ReportJoined joined =
                    kafka.await(ReportJoined.class, told -> told.reportId().equals(report));
            assertThat(joined.dossierId()).isEqualTo(event.dossierId());
        }
        ANALYST.reads(event.dossierId())
                .body("history.kind", contains("ATTACHED"))
                .body("history[0].reason", equalTo("Le même vol, vu d'ailleurs"));
        assertThat(database.list(
                        UUID.class,
                        "select unnest(report_ids) from dossier_act where dossier_id = ?",
                        event.dossierId()))
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void keepsWhatComesLaterForThemTogether() {
        // Given
        UUID report = files.waiting("MA-CAS");
        ANALYST.attaches(event.dossierId(), List.of(report)).statusCode(200);

        // When
        UUID evidence = files.bring(report, "MA-CAS");

        // Then
        assertThat(files.dossiersWith(evidence)).containsExactly(event.dossierId());
        assertThat(files.dossiersOf(report)).containsExactly(event.dossierId());
    }

    @Test
    void bringsAlongADossierThatHoldsNothingElse() {
        // Given
        CaseFile own = files.open("MA-CAS");
        UUID second = files.repeat(own.evidenceId(), "MA-CAS");

        // When
        ANALYST.attaches(event.dossierId(), List.of(own.reportId(), second)).statusCode(200);

        // Then
        ANALYST.reads(event.dossierId())
                .body("reports.id", containsInAnyOrder(text(event.reportId()), text(own.reportId()), text(second)))
                .body("evidence.id", containsInAnyOrder(text(event.evidenceId()), text(own.evidenceId())))
                .body("history.kind", contains("JOINED", "ATTACHED"));
        ANALYST.reads(own.dossierId())
                .body("state", equalTo("JOINED"))
                .body("joinedInto", equalTo(text(event.dossierId())));
        DossiersMerged merged =
                kafka.await(DossiersMerged.class, told -> told.dossierId().equals(own.dossierId()));
        assertThat(merged.intoDossierId()).isEqualTo(event.dossierId());
    }

    @Test
    void attachesNoneWhereOneCannotBeAndSaysWhich() {
        // Given
        UUID waiting = files.waiting("MA-CAS");
        CaseFile shared = files.open("MA-CAS");
        files.repeat(shared.evidenceId(), "MA-CAS");
        CaseFile proposed = files.open("MA-CAS");
        ANALYST.proposes(proposed.dossierId(), "FALSE_REPORT");
        CaseFile concluded = files.open("MA-CAS");
        OFFICER.decides(concluded.dossierId(), ANALYST.proposes(concluded.dossierId(), "FALSE_REPORT"), "CONFIRM")
                .statusCode(200);
        CaseFile answered = files.open("MA-CAS");
        database.execute(
                "update report set answer_kind = 'SET_ASIDE', answered_at = now() where report_id = ?",
                answered.reportId());
        UUID elsewhere = files.waiting("MA-RAB");

        // When
        ValidatableResponse refused = ANALYST.in("MA-CAS")
                .attaches(
                        event.dossierId(),
                        List.of(
                                waiting,
                                IdGenerator.next(),
                                elsewhere,
                                shared.reportId(),
                                proposed.reportId(),
                                concluded.reportId(),
                                answered.reportId()));

        // Then
        refused.statusCode(409)
                .body("type", endsWith("/problems/not-all-reports"))
                .body(
                        "violations.field",
                        equalTo(IntStream.range(1, 7)
                                .mapToObj(i -> "reportIds[" + i + "]")
                                .toList()))
                .body("violations[0].message", equalTo("does not exist or is not yours to see"))
                .body("violations[1].message", equalTo("does not exist or is not yours to see"))
                .body("violations[2].message", containsString("with others"))
                .body("violations[3].message", containsString("judge"))
                .body("violations[4].message", containsString("judge"))
                .body("violations[5].message", equalTo("is answered already"));
        assertThat(files.reportsIn(event.dossierId())).containsExactly(event.reportId());
        assertThat(files.dossiersOf(waiting)).isEmpty();
    }

    @Test
    void refusesADossierThatPeopleJudgeOrHaveJudgedOrThatChanged() {
        // Given
        UUID waiting = files.waiting("MA-CAS");
        String tag = ANALYST.reads(event.dossierId()).extract().header("ETag");
        files.repeat(event.evidenceId(), "MA-CAS");

        // Then
        ANALYST.request()
                .header("If-Match", tag)
                .body(Map.of("reportIds", List.of(waiting), "reason", "Le même vol"))
                .post("/api/v1/dossiers/{id}/reports", event.dossierId())
                .then()
                .statusCode(412);
        UUID proposal = ANALYST.proposes(event.dossierId(), "FALSE_REPORT");
        ANALYST.attaches(event.dossierId(), List.of(waiting)).statusCode(409);
        OFFICER.decides(event.dossierId(), proposal, "CONFIRM").statusCode(200);
        ANALYST.attaches(event.dossierId(), List.of(waiting))
                .statusCode(409)
                .body("type", endsWith("/problems/illegal-transition"));
        assertThat(files.dossiersOf(waiting)).isEmpty();
    }

    @Test
    void refusesWhatIsNoRequestOfAnAnalyst() {
        // Given
        UUID waiting = files.waiting("MA-CAS");
        CaseFile elsewhere = files.open("MA-RAB");

        // Then
        OFFICER.attaches(event.dossierId(), List.of(waiting)).statusCode(403);
        ANALYST.in("MA-CAS").attaches(elsewhere.dossierId(), List.of(waiting)).statusCode(404);
        ANALYST.attaches(event.dossierId(), List.of()).statusCode(400);
        ANALYST.attaches(event.dossierId(), List.of(waiting, waiting)).statusCode(400);
        ANALYST.attaches(
                        event.dossierId(),
                        Stream.generate(IdGenerator::next).limit(1001).toList())
                .statusCode(400);
        ANALYST.request()
                .body(Map.of("reportIds", List.of(waiting), "reason", "même"))
                .post("/api/v1/dossiers/{id}/reports", event.dossierId())
                .then()
                .statusCode(400);
    }

    @Test
    void takesAThousandInOneRequestAndOnlyOnce() {
        // Given
        List<UUID> many =
                Stream.generate(() -> files.waiting("MA-CAS")).limit(1000).toList();
        String key = IdGenerator.next().toString();

        // When
        for (int i = 0; i < 2; i++) {
            ANALYST.request()
                    .header("Idempotency-Key", key)
                    .body(Map.of("reportIds", many, "reason", "Le même vol, mille fois"))
                    .post("/api/v1/dossiers/{id}/reports", event.dossierId())
                    .then()
                    .statusCode(200);
        }

        // Then
        assertThat(files.reportsIn(event.dossierId())).hasSize(1001).containsAll(many);
        ANALYST.reads(event.dossierId()).body("history.kind", contains("ATTACHED"));
        ANALYST.attaches(event.dossierId(), many).statusCode(409).body("detail", containsString("already"));
    }

    @Test
    void mixesNothingThatInternalAffairsAloneMaySeeWithWhatEverybodySees() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        UUID proposal = ANALYST.proposes(misconduct.dossierId(), "POLICE_MISCONDUCT");
        OFFICER.decides(misconduct.dossierId(), proposal, "CONFIRM").statusCode(200);
        UUID waiting = files.waiting("MA-CAS");

        // Then
        ANALYST.attaches(event.dossierId(), List.of(misconduct.reportId())).statusCode(409);
        INSPECTING_ANALYST
                .attaches(event.dossierId(), List.of(misconduct.reportId()))
                .statusCode(409);
        INSPECTING_ANALYST.attaches(misconduct.dossierId(), List.of(waiting)).statusCode(409);
        assertThat(files.dossiersOf(waiting)).isEmpty();
        assertThat(files.dossiersOf(misconduct.reportId())).containsExactly(misconduct.dossierId());
    }

    @Test
    void attachesAReportThatAlsoStandsInTheCompartmentAsIfItStoodInTheOtherDossierAlone() {
        // Given
        CaseFile misconduct = files.open("MA-CAS");
        CaseFile own = files.open("MA-CAS");
        files.bring(misconduct.reportId(), "MA-CAS", own);
        OFFICER.decides(
                        misconduct.dossierId(),
                        ANALYST.proposes(misconduct.dossierId(), "POLICE_MISCONDUCT"),
                        "CONFIRM")
                .statusCode(200);
        List<UUID> both = List.of(own.reportId(), misconduct.reportId());

        // Then
        INSPECTING_ANALYST
                .attaches(event.dossierId(), both)
                .statusCode(409)
                .body("violations.code", contains("JUDGED"));
        ANALYST.attaches(event.dossierId(), both).statusCode(200);
        assertThat(files.dossiersOf(misconduct.reportId()))
                .containsExactlyInAnyOrder(misconduct.dossierId(), event.dossierId());
    }

    @Test
    void saysOfADossierElsewhereOnlyThatItIsThere() {
        // Given: two reports that also stand in dossiers of another territory, one of them judged
        CaseFile judged = files.open("MA-RAB");
        UUID one = files.repeat(judged.evidenceId(), "MA-CAS");
        OFFICER.decides(judged.dossierId(), ANALYST.proposes(judged.dossierId(), "FALSE_REPORT"), "CONFIRM")
                .statusCode(200);
        CaseFile open = files.open("MA-RAB");
        UUID other = files.repeat(open.evidenceId(), "MA-CAS");

        // Then
        ANALYST.in("MA-CAS")
                .attaches(event.dossierId(), List.of(one, other))
                .statusCode(409)
                .body("violations.code", contains("SHARED", "SHARED"));
        ANALYST.attaches(event.dossierId(), List.of(one, other))
                .statusCode(409)
                .body("violations.code", contains("JUDGED", "SHARED"));
    }

    private static String text(UUID id) {
        return id.toString();
    }
}
