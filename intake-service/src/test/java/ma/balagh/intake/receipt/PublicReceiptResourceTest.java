package ma.balagh.intake.receipt;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.http.ProblemException;
import ma.balagh.http.PublicRequestLimiter;
import ma.balagh.intake.Filed;
import ma.balagh.intake.SentStatements;
import ma.balagh.intake.answer.AnswerText;
import ma.balagh.intake.report.ReportStatus;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
final class PublicReceiptResourceTest {

    private static final String PATH = "/api/v1/public/receipts/{code}";
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    /** Well-formed, and nobody's; what can be no code; what is too long, of another alphabet, or another's address. */
    private static final List<String> NOBODYS = List.of(
            "BLG-0000-0000-0000-0001-1",
            "BLG-0000-0000-0000-0000",
            "BLG-ZZZZ-ZZZZ-ZZZZ-ZZZZ",
            "x",
            "01985a00-0000-7000-8000-000000000001",
            "' or 1=1 --",
            "بلاغ",
            "B".repeat(101),
            "9".repeat(3000));

    private final UUID dossier = IdGenerator.next();
    private final AnswerService answers;
    private final PublicReceiptService receipts;
    private final PublicRequestLimiter limiter;
    private final SentStatements sent;

    PublicReceiptResourceTest(
            AnswerService answers,
            PublicReceiptService receipts,
            PublicRequestLimiter limiter,
            @PersistenceUnitExtension SentStatements sent) {
        this.answers = answers;
        this.receipts = receipts;
        this.limiter = limiter;
        this.sent = sent;
    }

    @Test
    void isAnsweredUpToTheLimit() throws InterruptedException {
        // Given somebody who takes each place as soon as it is free
        Filed filed = Filed.by(PARTNER);
        var isOver = new AtomicBoolean();
        var others = Thread.ofPlatform().start(() -> takePlaces(isOver));

        // When // Then
        try {
            for (String code : List.of(filed.receipt(), NOBODYS.getFirst())) {
                Awaitility.await()
                        .untilAsserted(() -> given().get(PATH, code)
                                .then()
                                .statusCode(429)
                                .header("Retry-After", "1")
                                .header("Cache-Control", "no-store"));
            }
        } finally {
            isOver.set(true);
            others.join();
        }
        Awaitility.await().until(() -> given().get(PATH, filed.receipt()).statusCode(), status -> status == 200);
    }

    private void takePlaces(AtomicBoolean isOver) {
        while (!isOver.get()) {
            try {
                limiter.require();
            } catch (ProblemException full) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void showsWhoeverHasTheCodeHowFarItIs() {
        // Given
        Filed filed = Filed.by(PARTNER);

        // When
        var receipt = given().get(PATH, filed.receipt()).then().statusCode(200);

        // Then
        receipt.header("Cache-Control", "no-store")
                .header("Set-Cookie", nullValue())
                .header("ETag", nullValue())
                .body("receipt", equalTo(filed.receipt()))
                .body("status", equalTo("RECEIVED"));
        assertThat(receipt.extract().jsonPath().getMap("$").keySet()).isEqualTo(Set.of("receipt", "status"));
    }

    @Test
    void readsTheCodeAsPeopleTypeIt() {
        // Given
        Filed filed = Filed.by(PARTNER);

        // Then
        given().get(PATH, filed.receipt().toLowerCase(Locale.ROOT).replace('-', ' '))
                .then()
                .statusCode(200)
                .body("receipt", equalTo(filed.receipt()));
    }

    @Test
    void showsTheAnswerAndNothingElse() {
        // Given
        Filed filed = Filed.by(PARTNER);
        answers.apply(new ReportJoined(dossier, filed.id(), NOW));

        // When
        answers.apply(reached(Verdict.FALSE_REPORT));

        // Then
        var shown = given().get(PATH, filed.receipt()).then().statusCode(200).extract();
        assertThat(shown.jsonPath().getString("answer.kind")).isEqualTo("FALSE_REPORT");
        assertThat(shown.jsonPath().getString("answer.at")).isEqualTo("2026-11-25T00:00:00.000Z");
        assertThat(shown.jsonPath().getMap("answer.text").keySet()).isEqualTo(Set.of("ar", "fr", "en"));
        assertThat(shown.jsonPath().getMap("answer").keySet()).isEqualTo(Set.of("kind", "text", "at"));
        assertThat(shown.asString()).doesNotContain(filed.id().toString(), dossier.toString());
    }

    @Test
    void asksNoReaderWhoTheyAreAndWhatIsTheirs() {
        // Given
        Filed filed = Filed.by(PARTNER);
        String shown = given().get(PATH, filed.receipt()).asString();

        // Then
        for (var reader : List.of(PARTNER, OTHER_PARTNER, RABAT_OFFICER)) {
            assertThat(as(reader).get(PATH, filed.receipt()).asString()).isEqualTo(shown);
        }
    }

    @Test
    void answersEveryCodeThatNobodyHasInTheSameBytesByTheSameWork() {
        // Given
        Set<Map<String, String>> headers = new HashSet<>();
        Set<String> bodies = new HashSet<>();
        Set<List<String>> statements = new HashSet<>();

        // When
        for (String code : NOBODYS) {
            Response answer = given().get(PATH, code);
            assertThat(answer.statusCode()).as(code).isEqualTo(404);
            headers.add(headersOf(answer));
            bodies.add(answer.asString().replaceAll("\"instance\":\"[^\"]*\"", "\"instance\":\"\""));
            statements.add(statementsOf(code));
        }

        // Then
        assertThat(bodies).hasSize(1);
        assertThat(headers).hasSize(1);
        assertThat(headers.iterator().next()).containsEntry("Cache-Control", "no-store");
        assertThat(statements).hasSize(1).doesNotContain(List.of());
    }

    @Test
    void doesNotTellMisconductFromAnOffence() {
        // Given
        Filed misconduct = Filed.by(PARTNER);
        Filed offence = Filed.by(OTHER_PARTNER);
        UUID hidden = IdGenerator.next();
        answers.apply(new ReportJoined(hidden, misconduct.id(), NOW));
        answers.apply(new ReportJoined(dossier, offence.id(), NOW));
        assertThat(shown(misconduct)).isEqualTo(shown(offence));

        // When
        answers.apply(new DossierForwarded(hidden, NOW, List.of(misconduct.id()), List.of()));
        answers.apply(reached(Verdict.PRESUMED_OFFENCE));

        // Then
        assertThat(shown(misconduct)).isEqualTo(shown(offence)).contains("\"ANSWERED\"");
        assertThat(headersOf(given().get(PATH, misconduct.receipt())))
                .isEqualTo(headersOf(given().get(PATH, offence.receipt())));
        assertThat(statementsOf(misconduct.receipt())).isEqualTo(statementsOf(offence.receipt()));
    }

    @Test
    void tellsHowAnInterventionEnded() {
        // Given
        Filed filed = Filed.by(PARTNER);
        answers.apply(new ReportJoined(dossier, filed.id(), NOW));
        var verdict = reached(Verdict.PRESUMED_OFFENCE);
        answers.apply(verdict);

        // When
        answers.apply(
                new IncidentResolved(IdGenerator.next(), dossier, OutcomeKind.ARRESTED, 1, NOW, verdict.verdictId()));

        // Then
        given().get(PATH, filed.receipt())
                .then()
                .body("answer.kind", equalTo("RESOLVED"))
                .body("answer.text.en", containsString("arrest"));
    }

    /** Nothing that a kind of answer could be told by but its kind: the list grows with the enum. */
    @ParameterizedTest
    @EnumSource(AnswerKind.class)
    void showsNoKindThatOnlyMisconductHas(AnswerKind kind) {
        // Given
        var text = new AnswerText("ن", "t", "t");
        var forwarded = new AnswerText("م", "transmis", "passed on");
        var receipt = new ReceiptView(
                "BLG-0000-0000-0000-0000",
                IdGenerator.next(),
                ReportStatus.ANSWERED,
                new ReceiptView.AnswerView(kind, text, NOW));

        // When
        var answer = requireNonNull(PublicReceiptView.of(receipt, forwarded).answer());

        // Then
        boolean handedOn = Set.of("FORWARDED", "PRESUMED_OFFENCE").contains(kind.name());
        assertThat(answer.kind().name()).isEqualTo(handedOn ? "FORWARDED" : kind.name());
        assertThat(answer.text()).isEqualTo(handedOn ? forwarded : text);
    }

    private String shown(Filed filed) {
        return given().get(PATH, filed.receipt()).asString().replace(filed.receipt(), "");
    }

    private List<String> statementsOf(String code) {
        return sent.during(() -> receipts.find(code));
    }

    /** But for the length of what is echoed, and what every connection has. */
    private static Map<String, String> headersOf(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("content-length"))
                .collect(
                        Collectors.toMap(Header::getName, Header::getValue, (one, other) -> one + other, TreeMap::new));
    }

    private VerdictReached reached(Verdict verdict) {
        return new VerdictReached(
                dossier, IdGenerator.next(), "MA-CAS", verdict, 3, null, null, null, null, null, NOW, NOW);
    }
}
