package ma.balagh.dispatch.partner;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.partner.PartnerServer.CALLBACKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.Receiver;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class IncidentCallbackResourceTest {

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private PartnerServer partner;

    @BeforeEach
    void openTheServer() throws IOException {
        partner = PartnerServer.open("MA-CAS", "MA-RBA");
    }

    @AfterEach
    void closeTheServer() throws IOException {
        partner.close();
    }

    @Test
    void registersForAllJurisdictionsOfTheTokenOrSomeOfThem() {
        // When
        partner.register("/all");
        partner.post(Map.of("url", url("/some"), "jurisdictions", List.of("MA-CAS-ANFA")))
                .statusCode(201)
                .header("Location", startsWith("/api/v1/callbacks/"))
                .header("Cache-Control", equalTo("no-store"))
                .body("secret", startsWith("whsec_"));

        // Then
        as(partner.account())
                .get(CALLBACKS)
                .then()
                .body("items.jurisdictions", contains(List.of("MA-CAS-ANFA"), List.of("MA-CAS", "MA-RBA")))
                .body("items[0].state", equalTo("WORKING"))
                .body("items[0].pending", equalTo(0))
                .body("items[0].givenUp", equalTo(0))
                .body("items[0].createdAt", notNullValue());
    }

    @Test
    void refusesJurisdictionsThatAreNotThePartners() {
        for (var asked : List.of(List.of("MA"), List.of("MA-CAS", "MA-TNG"), List.of("MA-CASA"))) {
            partner.post(Map.of("url", url("/x"), "jurisdictions", asked))
                    .statusCode(400)
                    .body("violations[0].code", equalTo("NOT_YOUR_JURISDICTION"));
        }
        for (var asked : List.of(List.of(), List.of("casablanca"), List.of("MA-CAS-%"))) {
            partner.post(Map.of("url", url("/x"), "jurisdictions", asked)).statusCode(400);
        }
        partner.post(Map.of("url", url("/x"), "jurisdictions", Collections.singletonList(null)))
                .statusCode(400);
        var nowhere = TestTokens.of("partner-nowhere", Roles.PARTNER).withJurisdictions();
        as(nowhere)
                .body(Map.of("url", url("/x")))
                .post(CALLBACKS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("jurisdictions"));
    }

    @Test
    void repeatsItsAnswerWhereNothingMayBeSentToTheAddressAnyMore() throws IOException {
        // Given
        var key = UUID.randomUUID().toString();
        String id = register("/moved", key).statusCode(201).extract().path("id");

        // When
        try (var another = Receiver.answering(PartnerServer.TAKEN)) {
            QuarkusMock.installMockForType(another.poster(), PostClient.class);

            // Then
            register("/moved", key).statusCode(201).body("id", equalTo(id));
            register("/moved", UUID.randomUUID().toString())
                    .statusCode(400)
                    .body("violations[0].field", equalTo("url"));
        }
    }

    private ValidatableResponse register(String path, String key) {
        return as(partner.account())
                .header("Idempotency-Key", key)
                .body(Map.of("url", url(path)))
                .post(CALLBACKS)
                .then();
    }

    @Test
    void refusesAddressesThatNothingMayBeSentTo() {
        for (var url : List.of(
                "",
                "partner.example.com",
                "ftp://partner.example.com/",
                "http://127.0.0.2/hook",
                "https://169.254.169.254/latest",
                "https://user:secret@partner.example.com/",
                "https://partner.example.com:22/",
                "https://partner.example.com/" + "x".repeat(3000))) {
            partner.post(Map.of("url", url)).statusCode(400).body("violations[0].field", equalTo("url"));
        }
        partner.post(Map.of()).statusCode(400);
        partner.post(Map.of("url", url("/x"), "secret", "my own")).statusCode(400);
        as(partner.account()).get(CALLBACKS).then().body("items", empty());
    }

    @Test
    void boundsHowManyAPartnerHas() {
        // Given
        for (int i = 0; i < 5; i++) {
            partner.register("/" + i);
        }

        // Then
        partner.post(Map.of("url", url("/6"))).statusCode(409);
        String one = as(partner.account()).get(CALLBACKS).then().extract().path("items[0].id");
        as(partner.account()).delete(CALLBACKS + "/" + one).then().statusCode(204);
        partner.post(Map.of("url", url("/0"))).statusCode(409);
        partner.register("/6");
    }

    @Test
    void makesOneSecretForTheSameKey() {
        // Given
        String secrets = CALLBACKS + "/" + partner.register("/rotated").getString("id") + "/secrets";
        String key = UUID.randomUUID().toString();

        // When
        String first = changed(secrets, key);
        String again = changed(secrets, key);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(changed(secrets, UUID.randomUUID().toString())).isNotEqualTo(first);
    }

    private String changed(String secrets, String key) {
        return as(partner.account())
                .header("Idempotency-Key", key)
                .post(secrets)
                .then()
                .statusCode(200)
                .body("earlierUntil", notNullValue())
                .extract()
                .path("secret");
    }

    @Test
    void isSeenByItsPartnerAndByTheCommandersOfItsTerritory() {
        // Given
        String id = partner.register("/own").getString("id");
        var another = TestTokens.of("partner-" + UUID.randomUUID(), Roles.PARTNER);
        var tangier = TestTokens.of("tangier", Roles.COMMANDER).withJurisdictions("MA-TNG");

        // Then
        as(partner.account()).get(CALLBACKS + "/" + id).then().statusCode(200).body("url", equalTo(url("/own")));
        as(another).get(CALLBACKS).then().body("items", empty());
        as(another).get(CALLBACKS + "/" + id).then().statusCode(404);
        as(another).delete(CALLBACKS + "/" + id).then().statusCode(404);
        as(another).post(CALLBACKS + "/" + id + "/secrets").then().statusCode(404);
        as(COMMANDER)
                .get(CALLBACKS + "?limit=200")
                .then()
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '%s' }.partner".formatted(id), startsWith("partner-"));
        as(tangier).get(CALLBACKS + "?limit=200").then().body("items.id", not(hasItem(id)));
        as(COMMANDER).get(CALLBACKS + "/" + id).then().statusCode(403);
    }

    @Test
    void isSeenInWhatLiesInItsTerritory() {
        // Given
        var id = partner.register("/wide").getString("id");
        var anfa = TestTokens.of("anfa", Roles.COMMANDER).withJurisdictions("MA-CAS-ANFA");
        var auditor = TestTokens.of("auditor-anfa", Roles.AUDITOR).withJurisdictions("MA-CAS-ANFA");

        // Then
        for (var person : List.of(anfa, auditor)) {
            as(person).get(CALLBACKS + "?limit=200").then().body("items.id", hasItem(id));
        }
        as(anfa).delete(CALLBACKS + "/" + id).then().statusCode(403);
        as(partner.account()).get(CALLBACKS + "/" + id).then().statusCode(200);
    }

    @Test
    void isEndedByACommanderOfAllItsTerritories() {
        // Given
        String id = partner.register("/ended").getString("id");
        var casablanca = TestTokens.of("casablanca", Roles.COMMANDER).withJurisdictions("MA-CAS");
        var tangier = TestTokens.of("tangier", Roles.COMMANDER).withJurisdictions("MA-TNG");

        // Then
        as(tangier).delete(CALLBACKS + "/" + id).then().statusCode(404);
        as(casablanca).delete(CALLBACKS + "/" + id).then().statusCode(403);
        as(COMMANDER).delete(CALLBACKS + "/" + id).then().statusCode(204);
        as(partner.account()).get(CALLBACKS + "/" + id).then().statusCode(404);
        assertThat(database.one(
                        Long.class, "select count(*) from webhook_secret where owner_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void registersOnceForOneKeyAndKeepsTheSecretSealed() {
        // Given
        var key = UUID.randomUUID().toString();
        var command = Map.of("url", url("/once"));

        // When
        var first = as(partner.account())
                .header("Idempotency-Key", key)
                .body(command)
                .post(CALLBACKS);
        var again = as(partner.account())
                .header("Idempotency-Key", key)
                .body(command)
                .post(CALLBACKS);

        // Then
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        as(partner.account()).get(CALLBACKS).then().body("items", hasSize(1));
        assertThat(database.list(String.class, "select body from idempotency_key where key = ?", key))
                .noneMatch(body -> body.contains("whsec"));
        assertThat(database.one(
                        String.class,
                        "select key_id from webhook_secret where owner_id = ?",
                        UUID.fromString(first.jsonPath().getString("id"))))
                .isEqualTo("suite-local");
    }

    private String url(String path) {
        return partner.receiver().base() + path;
    }
}
