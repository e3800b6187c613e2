package ma.balagh.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.balagh.platform.test.SuiteUnderTest.Running;

/**
 * A webhook of one territory, and an item that it has delivered, signed as the Standard Webhooks specification has it.
 *
 * @param id of the source
 */
record HiddenSource(String id, String itemId) {

    static HiddenSource in(String territory, Running suite) throws IOException, InterruptedException {
        var id = suite.client()
                .post(
                        "intake",
                        INTAKE,
                        "/sources",
                        Map.of("name", "Presse", "kind", "WEBHOOK", "jurisdiction", territory))
                .expect(201)
                .path("id")
                .asText();
        var secret = suite.client()
                .post("intake", INTAKE, "/sources/" + id + "/secrets", Map.of())
                .expect(200)
                .path("secret")
                .asText()
                .substring("whsec_".length());
        deliver(suite, id, Base64.getDecoder().decode(secret));
        var item = suite.client()
                .get("intake", INTAKE, "/items?sourceId=" + id)
                .expect(200)
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return new HiddenSource(id, item);
    }

    /** Of no interest: it is set aside, and no report comes of it. */
    private static void deliver(Running suite, String source, byte[] secret) throws IOException, InterruptedException {
        var body = """
                {"version": "https://jsonfeed.org/version/1.1", "items":
                  [{"id": "%s", "title": "Recette du jour", "content_text": "Tajine aux pruneaux"}]}
                """.formatted(UUID.randomUUID());
        var id = UUID.randomUUID().toString();
        var time = Long.toString(Instant.now().getEpochSecond());
        var request = HttpRequest.newBuilder(suite.client().uri(INTAKE, "/api/v1/sources/" + source + "/deliveries"))
                .header("webhook-id", id)
                .header("webhook-timestamp", time)
                .header("webhook-signature", "v1," + hmac(secret, id + "." + time + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the delivery was answered " + status);
            }
        }
    }

    private static String hmac(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
