package ma.balagh.intake.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.callback.CallbackDeliveryQueue;
import ma.balagh.callback.signature.WebhookSignature;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.Receiver;
import ma.balagh.http.Roles;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class CallbackTest {

    private static final String PATH = "/api/v1/callbacks";
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final String TAKEN = Receiver.status(204);

    /** Somebody without a past. */
    private final TestTokens partner = TestTokens.of("partner-" + UUID.randomUUID(), Roles.PARTNER);

    private final UUID dossier = IdGenerator.next();
    private final Database database;
    private final CallbackDeliveryQueue queue;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private Receiver receiver;

    CallbackTest(Database database, CallbackDeliveryQueue queue) {
        this.database = database;
        this.queue = queue;
    }

    @BeforeEach
    void openTheServer() throws IOException {
        receiver = Receiver.answering(TAKEN);
        QuarkusMock.installMockForType(receiver.poster(), PostClient.class);
    }

    @AfterEach
    void closeTheServer() throws IOException {
        receiver.close();
    }

    @Test
    void tellsEveryChangeSignedAndInOrderUntilItIsTaken() {
        // Given
        receiver.answers(Receiver.status(500), "", Receiver.status(302), TAKEN);
        String secret = register("/hook").getString("secret");
        Filed filed = Filed.by(partner);
        // When
        kafka.publish(new ReportJoined(dossier, filed.id(), NOW));
        // What follows goes by other topics: were it read first, there would be fewer changes to tell.
        filed.awaitStatus(partner, "UNDER_EXAMINATION");
        kafka.publish(reached(Verdict.PRESUMED_OFFENCE, null));
        kafka.publish(
                new IncidentResolved(IdGenerator.next(), dossier, OutcomeKind.ARRESTED, 1, NOW, IdGenerator.next()));
        // Then
        await().until(() -> receiver.messages().size() >= 5 && pending() == 0);
        List<Receiver.Message> messages = receiver.messages();
        assertThat(messages).allSatisfy(message -> {
            assertSigned(message, secret);
            JsonPath body = JsonPath.from(message.body());
            assertThat(body.getString("type")).isEqualTo("receipt.changed");
            assertThat(body.getString("data.receipt")).isEqualTo(filed.receipt());
            assertThat(body.getString("data.reportId")).isEqualTo(filed.id().toString());
        });
        assertThat(messages.subList(0, 4))
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(messages.getFirst().header("webhook-id"));
        JsonPath last = JsonPath.from(messages.getLast().body());
        assertThat(last.getString("data.status")).isEqualTo("ANSWERED");
        assertThat(last.getString("data.answer.text.fr")).isNotBlank();
        assertThat(messages.getFirst().body()).contains("UNDER_EXAMINATION");
        as(partner)
                .get(PATH)
                .then()
                .body("items[0].state", equalTo("WORKING"))
                .body("items[0].deliveredAt", notNullValue());
    }

    @Test
    void tellsWhatBecomesOfTheKnownCase() {
        // Given
        UUID copy = IdGenerator.next();
        Filed filed = Filed.by(partner);
        kafka.publish(new ReportJoined(copy, filed.id(), NOW));
        kafka.publish(new VerdictReached(
                copy,
                IdGenerator.next(),
                "MA-CAS",
                Verdict.KNOWN_CASE,
                3,
                null,
                null,
                null,
                null,
                dossier.toString(),
                NOW.minusSeconds(60),
                NOW));
        await().untilAsserted(() -> as(partner)
                .get("/api/v1/receipts/" + filed.receipt())
                .then()
                .body("answer.kind", equalTo("KNOWN_CASE")));
        register("/known");
        // When
        kafka.publish(
                new IncidentResolved(IdGenerator.next(), dossier, OutcomeKind.ARRESTED, 1, NOW, IdGenerator.next()));
        // Then
        await().until(() -> !receiver.messages().isEmpty());
        assertThat(receiver.messages().getFirst().body()).contains("KNOWN_CASE", "arrest");
    }

    @Test
    void showsWhatFailsAndWhy() {
        // Given
        receiver.answers("HTTP/1.1 503 Away\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
        register("/away");
        // When
        kafka.publish(new ReportJoined(dossier, Filed.by(partner).id(), NOW));
        // Then
        await().untilAsserted(() -> as(partner)
                .get(PATH)
                .then()
                .body("items[0].state", equalTo("FAILING"))
                .body("items[0].pending", equalTo(1))
                .body("items[0].failingSince", notNullValue())
                .body("items[0].failure", equalTo("The server answered 503."))
                .body("items[0].nextAttemptAt", notNullValue()));
        await().untilAsserted(() -> assertThat(as(OFFICER).get("/q/metrics").asString())
                .containsPattern("(?m)^balagh_callbacks_failing\\{?.*\\}? [1-9]")
                .containsPattern("(?m)^balagh_callbacks_pending\\{?.*\\}? [1-9]"));
        receiver.answers(TAKEN);
        await().until(() -> pending() == 0);
        as(partner).get(PATH).then().body("items[0].state", equalTo("WORKING")).body("items[0].failure", nullValue());
    }

    @Test
    void endsWhereTheServerIsGone() {
        // Given
        receiver.answers(Receiver.status(410));
        register("/gone");
        Filed filed = Filed.by(partner);
        // When
        kafka.publish(new ReportJoined(dossier, filed.id(), NOW));
        // Then
        await().untilAsserted(() -> as(partner)
                .get(PATH)
                .then()
                .body("items[0].state", equalTo("GONE"))
                .body("items[0].endedAt", notNullValue())
                .body("items[0].pending", equalTo(0)));
        kafka.publish(reached(Verdict.FALSE_REPORT, null));
        await().untilAsserted(() -> as(partner)
                .get("/api/v1/receipts?status=ANSWERED")
                .then()
                .body("items.receipt", equalTo(List.of(filed.receipt()))));
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(1));
    }

    @Test
    void signsWithTheEarlierSecretTooForAWhile() {
        // Given
        JsonPath registered = register("/rotated");
        String callback = PATH + "/" + registered.getString("id");
        // When
        JsonPath changed = as(partner)
                .post(callback + "/secrets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        kafka.publish(new ReportJoined(dossier, Filed.by(partner).id(), NOW));
        // Then
        await().until(() -> !receiver.messages().isEmpty());
        Receiver.Message message = receiver.messages().getFirst();
        assertThat(message.header("webhook-signature").split(" ")).hasSize(2);
        assertSigned(message, changed.getString("secret"));
        assertSigned(message, registered.getString("secret"));
        assertThat(changed.getString("earlierUntil")).isNotBlank();
        for (int i = 0; i < 3; i++) {
            as(partner).post(callback + "/secrets").then().statusCode(200);
        }
        as(partner).post(callback + "/secrets").then().statusCode(409);
    }

    @Test
    void sendsAgainUnderTheSameIdWhatADeadReplicaHeld() {
        // Given: a message that some replica took and did not send
        register("/lease");
        Filed filed = Filed.by(partner);
        receiver.answers(Receiver.status(500));
        kafka.publish(new ReportJoined(dossier, filed.id(), NOW));
        await().until(() -> !receiver.messages().isEmpty());
        await().until(() -> database.list(UUID.class, """
                        update callback_delivery
                        set lease_owner = gen_random_uuid(), lease_until = now() + interval '1 hour'
                        where report_id = ? and lease_owner is null
                        returning id
                        """, filed.id()).size() == 1);
        receiver.answers(TAKEN);
        int before = receiver.messages().size();
        assertThat(queue.tasks().claim().filter(delivery -> delivery.body().contains(filed.receipt())))
                .isEmpty();
        assertThat(receiver.messages()).hasSize(before);
        // When
        database.execute("update callback_delivery set lease_until = now() where report_id = ?", filed.id());
        // Then
        await().until(() -> pending() == 0);
        assertThat(receiver.messages())
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(receiver.messages().getFirst().header("webhook-id"));
    }

    private JsonPath register(String path) {
        return as(partner)
                .contentType(ContentType.JSON)
                .body(Map.of("url", receiver.base() + path))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private VerdictReached reached(Verdict verdict, @Nullable String knownCase) {
        return new VerdictReached(
                dossier,
                IdGenerator.next(),
                "MA-CAS",
                verdict,
                3,
                null,
                null,
                null,
                null,
                knownCase,
                NOW.minusSeconds(60),
                NOW);
    }

    private int pending() {
        return as(partner).get(PATH).then().extract().path("items[0].pending");
    }

    /** As a partner would check it. */
    private static void assertSigned(Receiver.Message message, String secret) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        String id = message.header("webhook-id");
        Instant at = Instant.ofEpochSecond(Long.parseLong(message.header("webhook-timestamp")));
        String expected = WebhookSignature.headers(id, at, message.body().getBytes(UTF_8), List.of(key))
                .getLast()
                .value();
        assertThat(Arrays.asList(message.header("webhook-signature").split(" ")))
                .contains(expected);
    }
}
