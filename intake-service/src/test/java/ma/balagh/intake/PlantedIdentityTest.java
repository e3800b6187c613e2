package ma.balagh.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.Receiver;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plants a reporter whose name stands nowhere else, plays a report's whole life, and looks for the name everywhere. */
@QuarkusTest
final class PlantedIdentityTest {

    private static final String NAME = "Zineb Plantée-7f3a";
    private static final String CONTACT = "+212-600-7f3a9c";
    /** Something that is no secret: it has to be found. */
    private static final String PLAIN = "Plainly-7f3a";

    private static final String IDENTITY = "{\"name\": \"%s\", \"contact\": \"%s\"}".formatted(NAME, CONTACT);
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private final TestTokens partner = TestTokens.of("partner-" + UUID.randomUUID(), Roles.PARTNER);
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler log = new Keeping(logged);
    private final Database database;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private Receiver receiver;

    PlantedIdentityTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void listen() throws IOException {
        receiver = Receiver.answering(Receiver.status(500), Receiver.status(204));
        QuarkusMock.installMockForType(receiver.poster(), PostClient.class);
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void cease() throws IOException {
        Logger.getLogger("").removeHandler(log);
        receiver.close();
    }

    @Test
    void leavesAReportersIdentityNowhereButWhereItIsSealed() {
        // Given
        as(partner)
                .contentType(ContentType.JSON)
                .body(Map.of("url", receiver.base() + "/hook"))
                .post("/api/v1/callbacks")
                .then()
                .statusCode(201);
        // When
        Filed filed = file();
        playItsLife(filed);
        String identity = as(OFFICER)
                .header("X-Purpose", "calling the witness back")
                .get("/api/v1/reports/" + filed.id() + "/reporter")
                .then()
                .statusCode(200)
                .body("name", equalTo(NAME))
                .extract()
                .asString();
        // Then
        assertThat(identity).contains(CONTACT);
        assertThat(shown(filed)).noneMatch(PlantedIdentityTest::givesAway);
        assertThat(receiver.messages()).hasSizeGreaterThan(2).noneMatch(message -> givesAway(message.body()));
        assertThat(told()).anyMatch(message -> message.contains(PLAIN)).noneMatch(PlantedIdentityTest::givesAway);
        assertThat(logged).isNotEmpty().noneMatch(PlantedIdentityTest::givesAway);
        assertThat(tablesWith(PLAIN)).contains("report");
        assertThat(tablesWith(NAME)).isEmpty();
        assertThat(tablesWith(CONTACT)).isEmpty();
    }

    /** Once as it should be, and in ways that are refused. */
    private Filed file() {
        Filed filed = Filed.by(partner, """
                {"channel": "CITIZEN", "title": "%s", "text": "x", "jurisdiction": "MA-CAS", "reporter": %s}
                """.formatted(PLAIN, IDENTITY));
        filed.medium(partner, Clips.mp4());
        for (String refused : List.of(
                "{\"channel\": \"CITIZEN\", \"reporter\": " + IDENTITY + "}",
                "{\"channel\": \"" + NAME + "\", \"text\": \"x\"}",
                "{\"channel\": \"CITIZEN\", \"text\": \"x\", \"reporter\": {\"name\": {\"of\": \"" + NAME + "\"}}}",
                "{\"channel\": \"CITIZEN\", \"text\": \"x\", \"reporter\": {\"" + CONTACT + "\": 1}}",
                "{\"channel\": \"CITIZEN\", \"text\": \"x\", \"reporter\": {\"name\": \"" + NAME.repeat(20) + "\"}}",
                "{\"channel\": \"CITIZEN\", \"text\": \"x\", \"reporter\": \"" + NAME)) {
            Filed.post(partner, refused).statusCode(400);
        }
        return filed;
    }

    private void playItsLife(Filed filed) {
        UUID dossier = IdGenerator.next();
        kafka.publish(new ReportJoined(dossier, filed.id(), NOW));
        // The verdict goes by another topic: were it read first, the partner would be told once only.
        filed.awaitStatus(partner, "UNDER_EXAMINATION");
        kafka.publish(new VerdictReached(
                dossier,
                IdGenerator.next(),
                "MA-CAS",
                Verdict.FALSE_REPORT,
                1,
                null,
                null,
                null,
                null,
                null,
                NOW.minusSeconds(60),
                NOW));
        filed.awaitStatus(partner, "ANSWERED");
        await().atMost(Duration.ofSeconds(40)).until(() -> receiver.messages().size() > 2);
        as(OFFICER).queryParam("q", NAME).get("/api/v1/reports").then().body("items", empty());
    }

    private List<String> shown(Filed filed) {
        return Stream.of(
                        "/api/v1/reports/" + filed.id(),
                        "/api/v1/reports?limit=200",
                        "/api/v1/receipts/" + filed.receipt(),
                        "/api/v1/reports/unanswered?limit=200",
                        "/q/metrics")
                .map(path -> as(OFFICER).get(path).asString())
                .toList();
    }

    /** All that intake has put on topics, headers too. */
    private List<String> told() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.concat(
                        topic.owner() == SuiteService.INTAKE ? Stream.of(topic.topicName()) : Stream.empty(),
                        topic.consumers().contains(SuiteService.INTAKE)
                                ? Stream.of(topic.deadLetterTopicName(SuiteService.INTAKE))
                                : Stream.empty()))
                .flatMap(topic -> kafka.records(topic).stream())
                .map(told -> told.key()
                        + (told.value() == null ? "" : new String(told.value(), UTF_8))
                        + Arrays.stream(told.headers().toArray())
                                .map(header -> header.key() + new String(header.value(), UTF_8))
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Those of all tables that have a text anywhere, as text or as bytes. */
    private List<String> tablesWith(String text) {
        List<String> tables = database.list(String.class, """
                        select quote_ident(table_name) from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """);
        return tables.stream().filter(table -> hasText(table, text)).toList();
    }

    private boolean hasText(String table, String text) {
        return database.one(
                Boolean.class, """
                        select exists (select from %1$s
                        where strpos(%1$s::text, ?) > 0 or strpos(%1$s::text, ?) > 0)
                        """.formatted(table), text, HexFormat.of().formatHex(text.getBytes(UTF_8)));
    }

    private static boolean givesAway(String text) {
        return text.contains(NAME) || text.contains("Plant\\u00e9e-7f3a") || text.contains(CONTACT);
    }

    private static final class Keeping extends Handler {

        private final Queue<String> kept;

        Keeping(Queue<String> kept) {
            this.kept = kept;
        }

        @Override
        public void publish(LogRecord event) {
            Throwable thrown = event.getThrown();
            String trace = "";
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                trace += " " + cause;
            }
            kept.add(event.getMessage() + Arrays.toString(event.getParameters()) + trace);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
