package ma.balagh.intake.report;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class HandAnswerServiceTest {

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @Test
    void answersManyReportsAtOnce() {
        // Given
        List<Filed> filed = Stream.generate(() -> Filed.by(PARTNER)).limit(30).toList();
        // When
        answer(OFFICER, "SET_ASIDE", ids(filed)).statusCode(200).body("answered", equalTo(30));
        // Then
        for (Filed report : filed) {
            as(PARTNER)
                    .get("/api/v1/receipts/" + report.receipt())
                    .then()
                    .body("status", equalTo("ANSWERED"))
                    .body("answer.kind", equalTo("SET_ASIDE"))
                    .body("answer.text.fr", containsString("officier"));
        }
        var told = kafka.await(
                ReportAnswered.class,
                event -> event.reportId().equals(filed.getLast().id()));
        assertThat(told.kind()).isEqualTo(AnswerKind.SET_ASIDE);
    }

    @Test
    void answersNoneWhereOneCannotBe() {
        // Given
        Filed fine = Filed.by(PARTNER);
        Filed answered = Filed.by(PARTNER);
        answer(OFFICER, "SET_ASIDE", ids(List.of(answered))).statusCode(200);
        Filed withFilm = Filed.by(PARTNER);
        withFilm.medium(PARTNER, Clips.mp4());
        String nobodys = UUID.randomUUID().toString();
        // When
        answer(
                        OFFICER,
                        "NO_RECORDING",
                        List.of(
                                fine.id().toString(),
                                answered.id().toString(),
                                withFilm.id().toString(),
                                nobodys))
                .statusCode(409)
                .body("type", equalTo("/problems/not-all-reports"))
                .body("violations.field", contains("reportIds[1]", "reportIds[2]", "reportIds[3]"));
        // Then
        as(OFFICER).get("/api/v1/reports/" + fine.id()).then().body("status", equalTo("RECEIVED"));
    }

    @Test
    void leavesWhatADossierAnswersToIt() {
        // Given
        Filed filed = Filed.by(PARTNER);
        kafka.publish(new ReportJoined(IdGenerator.next(), filed.id(), Instant.now()));
        Awaitility.await()
                .untilAsserted(() -> as(OFFICER)
                        .get("/api/v1/reports/" + filed.id())
                        .then()
                        .body("status", equalTo("UNDER_EXAMINATION")));
        // Then
        answer(OFFICER, "SET_ASIDE", ids(List.of(filed))).statusCode(409);
    }

    @Test
    void givesWayToADossierThatComesLater() {
        // Given
        Filed filed = Filed.by(PARTNER);
        answer(OFFICER, "NO_RECORDING", ids(List.of(filed))).statusCode(200);
        // When
        kafka.publish(new ReportJoined(IdGenerator.next(), filed.id(), Instant.now()));
        // Then
        Awaitility.await()
                .untilAsserted(() -> as(PARTNER)
                        .get("/api/v1/receipts/" + filed.receipt())
                        .then()
                        .body("status", equalTo("UNDER_EXAMINATION")));
    }

    @Test
    void isForOfficersOfTheTerritory() {
        // Given
        List<String> ids = ids(List.of(Filed.by(PARTNER)));
        // Then
        answer(RABAT_OFFICER, "SET_ASIDE", ids).statusCode(409).body("violations.field", contains("reportIds[0]"));
        answer(ANALYST, "SET_ASIDE", ids).statusCode(403);
        answer(CASABLANCA_OFFICER, "SET_ASIDE", ids).statusCode(200);
    }

    @Test
    void namesWhatIsWrong() {
        answer(OFFICER, "PRESUMED_OFFENCE", List.of()).statusCode(400).body("violations.field", contains("answer"));
        String id = UUID.randomUUID().toString();
        answer(OFFICER, "SET_ASIDE", List.of(id, id))
                .statusCode(400)
                .body("violations.field", contains("reportIds[1]"));
        answer(OFFICER, "SET_ASIDE", Collections.nCopies(1001, id))
                .statusCode(400)
                .body("violations.field", contains("reportIds"));
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/reports/answers")
                .then()
                .statusCode(400)
                .body("violations.field", contains("answer", "reason", "reportIds"));
    }

    private static List<String> ids(List<Filed> filed) {
        return filed.stream().map(report -> report.id().toString()).toList();
    }

    private static ValidatableResponse answer(TestTokens person, String answer, List<String> ids) {
        return as(person)
                .contentType(ContentType.JSON)
                .body("{\"answer\": \"%s\", \"reason\": \"Un match de football\", \"reportIds\": [%s]}"
                        .formatted(
                                answer,
                                String.join(
                                        ",",
                                        ids.stream().map(id -> '"' + id + '"').toList())))
                .post("/api/v1/reports/answers")
                .then();
    }
}
