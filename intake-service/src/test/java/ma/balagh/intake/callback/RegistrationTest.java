package ma.balagh.intake.callback;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.Receiver;
import ma.balagh.http.Roles;
import ma.balagh.intake.Database;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class RegistrationTest {

    private static final String PATH = "/api/v1/callbacks";

    /** Somebody without a past. */
    private final TestTokens partner = TestTokens.of("partner-" + UUID.randomUUID(), Roles.PARTNER);

    private final Database database;

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private Receiver receiver;

    RegistrationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheServer() throws IOException {
        receiver = Receiver.answering(Receiver.status(204));
        QuarkusMock.installMockForType(receiver.poster(), PostClient.class);
    }

    @AfterEach
    void closeTheServer() throws IOException {
        receiver.close();
    }

    @Test
    void registersOnceForOneKeyAndKeepsTheSecretInNoAnswer() {
        // Given
        String key = UUID.randomUUID().toString();
        String url = receiver.base() + "/once";
        // When
        JsonPath first = post(url, key)
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .jsonPath();
        JsonPath again = post(url, key).statusCode(201).extract().jsonPath();
        // Then
        assertThat(first.getString("secret")).startsWith("whsec_").isEqualTo(again.getString("secret"));
        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        as(partner).get(PATH).then().body("items", hasSize(1)).body("items[0].secret", nullValue());
        assertThat(database.list(String.class, "select body from idempotency_key where key = ?", key))
                .hasSize(1)
                .noneMatch(body -> body.contains("whsec"));
    }

    @Test
    void repeatsItsAnswerWhereNothingMayBeSentToTheAddressAnyMore() throws IOException {
        // Given
        String key = UUID.randomUUID().toString();
        String url = receiver.base() + "/moved";
        String id = post(url, key).statusCode(201).extract().path("id");
        // When
        try (Receiver another = Receiver.answering(Receiver.status(204))) {
            QuarkusMock.installMockForType(another.poster(), PostClient.class);
            // Then
            post(url, key).statusCode(201).body("id", equalTo(id));
            post(url, UUID.randomUUID().toString()).statusCode(400).body("violations[0].field", equalTo("url"));
        }
    }

    @Test
    void makesOneSecretForTheSameKey() {
        // Given
        String secrets = PATH + "/" + register("/rotated").getString("id") + "/secrets";
        String key = UUID.randomUUID().toString();

        // When
        String first = changed(secrets, key);
        String again = changed(secrets, key);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(changed(secrets, UUID.randomUUID().toString())).isNotEqualTo(first);
        assertThat(database.list(String.class, "select coalesce(body, '') from idempotency_key where key = ?", key))
                .hasSize(1)
                .noneMatch(kept -> kept.contains("whsec"));
    }

    private String changed(String secrets, String key) {
        return as(partner)
                .header("Idempotency-Key", key)
                .post(secrets)
                .then()
                .statusCode(200)
                .body("earlierUntil", notNullValue())
                .extract()
                .path("secret");
    }

    @Test
    void refusesAddressesThatNothingMayBeSentTo() {
        for (String url : List.of(
                "ftp://partner.example.com/",
                "partner.example.com",
                "",
                "http://127.0.0.2/hook",
                "https://localhost/hook",
                "https://169.254.169.254/latest",
                "https://user:secret@partner.example.com/",
                "https://partner.example.com:22/",
                "https://unknown.example.com/",
                "https://partner.example.com/" + "x".repeat(3000))) {
            post(url, null).statusCode(400).body("violations[0].field", equalTo("url"));
        }
        as(partner).contentType(ContentType.JSON).body("{}").post(PATH).then().statusCode(400);
        as(partner).get(PATH).then().body("items", hasSize(0));
    }

    @Test
    void boundsHowManyAPartnerHas() {
        // Given
        for (int i = 0; i < 5; i++) {
            register("/" + i);
        }
        // Then
        post(receiver.base() + "/6", null).statusCode(409);
        String one =
                as(partner).get(PATH).then().body("items", hasSize(5)).extract().path("items[0].id");
        as(partner).delete(PATH + "/" + one).then().statusCode(204);
        as(partner).get(PATH + "/" + one).then().statusCode(404);
        post(receiver.base() + "/0", null).statusCode(409);
        register("/6");
    }

    @Test
    void isThePartnersOwn() {
        // Given
        String id = register("/own").getString("id");
        TestTokens another = TestTokens.of("partner-" + UUID.randomUUID(), Roles.PARTNER);
        // Then
        as(partner).get(PATH + "/" + id).then().statusCode(200).body("url", startsWith(receiver.base()));
        as(another).get(PATH).then().statusCode(200).body("items", hasSize(0));
        as(another).get(PATH + "/" + id).then().statusCode(404);
        as(another).delete(PATH + "/" + id).then().statusCode(404);
        as(another).post(PATH + "/" + id + "/secrets").then().statusCode(404);
        as(OFFICER).get(PATH).then().statusCode(403);
    }

    private JsonPath register(String path) {
        return post(receiver.base() + path, null).statusCode(201).extract().jsonPath();
    }

    private ValidatableResponse post(String url, @Nullable String key) {
        var request = as(partner).contentType(ContentType.JSON).body(Map.of("url", url));
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post(PATH)
                .then();
    }
}
