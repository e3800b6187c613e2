package ma.balagh.dispatch.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.callback.signature.WebhookSignature;
import ma.balagh.fetch.PostClient;
import ma.balagh.fetch.Receiver;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestTokens;

/** A partner without a past, and its server. */
final class PartnerServer implements AutoCloseable {

    static final String CALLBACKS = "/api/v1/callbacks";
    static final String TAKEN = Receiver.status(204);

    private final Receiver receiver;
    private final TestTokens account;

    private PartnerServer(Receiver receiver, TestTokens account) {
        this.receiver = receiver;
        this.account = account;
    }

    /** What the service sends in this test goes to it. */
    static PartnerServer open(String... jurisdictions) throws IOException {
        var receiver = Receiver.answering(TAKEN);
        QuarkusMock.installMockForType(receiver.poster(), PostClient.class);
        return new PartnerServer(
                receiver,
                TestTokens.of("partner-" + UUID.randomUUID(), Roles.PARTNER).withJurisdictions(jurisdictions));
    }

    Receiver receiver() {
        return receiver;
    }

    TestTokens account() {
        return account;
    }

    JsonPath register(String path) {
        return post(Map.of("url", receiver.base() + path))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    ValidatableResponse post(Map<String, Object> command) {
        return as(account).body(command).post(CALLBACKS).then();
    }

    /** How far its only callback is. */
    JsonPath only() {
        return as(account)
                .get(CALLBACKS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    /** The messages about one incident, in the order in which they came. */
    List<Receiver.Message> about(UUID incidentId) {
        return receiver.messages().stream()
                .filter(message -> incidentId
                        .toString()
                        .equals(JsonPath.from(message.body()).getString("data.id")))
                .toList();
    }

    /** As a partner would check it. */
    static void assertSigned(Receiver.Message message, String secret) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        var at = Instant.ofEpochSecond(Long.parseLong(message.header("webhook-timestamp")));
        var expected = WebhookSignature.headers(
                        message.header("webhook-id"), at, message.body().getBytes(UTF_8), List.of(key))
                .getLast()
                .value();
        assertThat(message.header("webhook-signature").split(" ")).contains(expected);
    }

    /** Takes its callbacks back, so that later tests are not told there. */
    @Override
    public void close() throws IOException {
        List<String> ids = as(account).get(CALLBACKS).then().extract().path("items.id");
        for (var id : ids) {
            as(account).delete(CALLBACKS + "/" + id).then().statusCode(204);
        }
        receiver.close();
    }
}
