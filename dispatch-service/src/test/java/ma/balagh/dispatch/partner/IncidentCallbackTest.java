package ma.balagh.dispatch.partner;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.assigned;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.progress;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.dispatch.Database;
import ma.balagh.fetch.Receiver;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class IncidentCallbackTest {

    /** What of it a partner may know; a member more is a leak. */
    private static final List<String> SHARED = List.of(
            "id",
            "dossierId",
            "jurisdiction",
            "state",
            "type",
            "severity",
            "latitude",
            "longitude",
            "occurredAt",
            "openedAt",
            "outcome");

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private PartnerServer partner;

    @BeforeEach
    void openTheServer() throws IOException {
        partner = PartnerServer.open("MA-CAS");
    }

    @AfterEach
    void closeTheServer() throws IOException {
        partner.close();
    }

    @Test
    void tellsEachChangeSignedAndInOrderUntilItIsTaken() {
        // Given
        partner.receiver().answers(Receiver.status(500), Receiver.status(302), PartnerServer.TAKEN);
        String secret = partner.register("/incidents").getString("secret");

        // When
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 1).statusCode(200);

        // Then
        await().until(() -> last(incidentId).equals("RESOLVED"));
        var messages = partner.about(incidentId);
        assertThat(messages).allSatisfy(message -> PartnerServer.assertSigned(message, secret));
        assertThat(messages.stream().map(IncidentCallbackTest::state).distinct())
                .containsExactly("OPEN", "ASSIGNED", "EN_ROUTE", "ON_SCENE", "RESOLVED");
        assertThat(messages.stream()
                        .filter(message -> state(message).equals("OPEN"))
                        .map(message -> message.header("webhook-id"))
                        .distinct())
                .as("what is sent again has the same id")
                .hasSize(1);
        assertThat(type(messages.getFirst())).isEqualTo("incident.opened");
        assertThat(type(messages.get(messages.size() - 2))).isEqualTo("incident.changed");
        assertThat(type(messages.getLast())).isEqualTo("incident.outcome");
        assertThat(JsonPath.from(messages.getLast().body()).getString("data.outcome.kind"))
                .isEqualTo("ARRESTED");
    }

    @Test
    void tellsNothingOfPeopleUnitsOrTheExactPlace() {
        // Given
        partner.register("/incidents");
        var callSign = callSign();

        // When
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign));
        outcome(incidentId, "ARRESTED", 2).statusCode(200);

        // Then
        await().until(() -> last(incidentId).equals("RESOLVED"));
        assertThat(partner.about(incidentId)).allSatisfy(message -> {
            Map<String, Object> told = JsonPath.from(message.body()).getMap("data");
            assertThat(SHARED).containsAll(told.keySet());
            assertThat(told).containsEntry("latitude", 33.6f).containsEntry("longitude", -7.62f);
            assertThat(message.body())
                    .doesNotContain(callSign, "United Nations Square", "told by radio", "officer", "persons");
        });
    }

    @Test
    void tellsOnceWhatSeveralUnitsBringAbout() {
        // Given
        partner.register("/incidents");
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));

        // When: a second unit comes, which changes nothing about how far the incident is
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // Then
        await().until(() -> last(incidentId).equals("RESOLVED"));
        assertThat(partner.about(incidentId).stream().map(IncidentCallbackTest::state))
                .containsExactly("OPEN", "ASSIGNED", "EN_ROUTE", "ON_SCENE", "RESOLVED");
    }

    @Test
    void tellsThatAnIncidentWaitsAgain() {
        // Given
        partner.register("/incidents");
        var incidentId = incident(kafka);
        var assignmentId = assigned(incidentId, unit(callSign()));

        // When
        as(DISPATCHER)
                .body(Map.of("reason", "Needed elsewhere"))
                .post("/api/v1/assignments/{id}/stand-down", assignmentId)
                .then()
                .statusCode(200);

        // Then
        await().until(() -> partner.about(incidentId).size() == 3);
        assertThat(partner.about(incidentId).stream().map(IncidentCallbackTest::state))
                .containsExactly("OPEN", "ASSIGNED", "OPEN");
    }

    @Test
    void tellsOnlyOfTheJurisdictionsThatAreAskedFor() {
        // Given
        partner.post(Map.of(
                        "url",
                        partner.receiver().base() + "/elsewhere",
                        "jurisdictions",
                        List.of("MA-CAS-MAARIF", "MA-CAS-AN")))
                .statusCode(201);
        partner.register("/here");

        // When
        var incidentId = incident(kafka);

        // Then
        await().until(() -> !partner.about(incidentId).isEmpty());
        assertThat(partner.about(incidentId)).extracting(Receiver.Message::path).containsOnly("/here");
        assertThat(database.list(UUID.class, "select callback_id from told_incident where incident_id = ?", incidentId))
                .hasSize(1);
    }

    @Test
    void letsNobodyWaitForAReceiverThatIsBlackHoled() {
        // Given
        partner.receiver().staysSilentAt("/silent");
        var silent = UUID.fromString(partner.register("/silent").getString("id"));
        partner.register("/well");
        var incidents = IntStream.range(0, 6).mapToObj(_ -> incident(kafka)).toList();
        await().until(() -> silent() >= 4);

        // When
        incidents.forEach(incidentId -> {
            var assignmentId = assigned(incidentId, unit(callSign()));
            progress(assignmentId, "EN_ROUTE").statusCode(200);
        });

        // Then
        await().until(() ->
                incidents.stream().allMatch(incidentId -> last(incidentId).equals("EN_ROUTE")));
        assertThat(database.one(
                        Long.class, "select count(lease_owner) from callback_delivery where callback_id = ?", silent))
                .as("sent at the same time")
                .isLessThanOrEqualTo(4);
        assertThat(database.one(Long.class, "select count(*) from callback_delivery where callback_id = ?", silent))
                .as("waiting")
                .isEqualTo(18);
    }

    @Test
    void givesUpWhatIsNotTakenForTooLongAndShowsIt() {
        // Given
        partner.receiver().answers(Receiver.status(500));
        String id = partner.register("/incidents").getString("id");
        var incidentId = incident(kafka);
        progress(assigned(incidentId, unit(callSign())), "EN_ROUTE").statusCode(200);
        await().until(() -> partner.only().getString("failure") != null);
        assertThat(partner.only().getString("state")).isEqualTo("FAILING");

        // When
        database.execute(
                "update callback_delivery set created_at = now() - interval '4 days' where callback_id = ?",
                UUID.fromString(id));

        // Then
        await().until(() -> partner.only().getLong("givenUp") == 2);
        assertThat(partner.only().getString("givenUpAt")).isNotBlank();
        JsonPath seen = as(COMMANDER)
                .get("/api/v1/callbacks?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(seen.getLong("items.find { it.id == '%s' }.givenUp".formatted(id)))
                .isPositive();

        // When
        partner.receiver().answers(PartnerServer.TAKEN);

        // Then
        await().until(() -> partner.only().getLong("pending") == 0);
        assertThat(last(incidentId)).as("what holds now is told late").isEqualTo("EN_ROUTE");
        assertThat(partner.only().getLong("givenUp")).isEqualTo(2);
    }

    /** How many messages lie at the server that does not answer. */
    private long silent() {
        return partner.receiver().messages().stream()
                .filter(message -> message.path().equals("/silent"))
                .count();
    }

    /** The state that the partner heard of last, where it answers. */
    private String last(UUID incidentId) {
        var heard = partner.about(incidentId).stream()
                .filter(message -> !message.path().equals("/silent"))
                .toList();
        return heard.isEmpty() ? "" : state(heard.getLast());
    }

    private static String state(Receiver.Message message) {
        return JsonPath.from(message.body()).getString("data.state");
    }

    private static String type(Receiver.Message message) {
        return JsonPath.from(message.body()).getString("type");
    }
}
