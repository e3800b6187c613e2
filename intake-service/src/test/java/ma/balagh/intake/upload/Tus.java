package ma.balagh.intake.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.as;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;

/** An upload of a test, and the requests of its client. */
public record Tus(TestTokens person, String path) {

    static final String PATH = "/api/v1/uploads";
    static final String BYTES = "application/offset+octet-stream";

    /** Sends all bytes at once and tells the evidence's id. */
    public static UUID whole(TestTokens person, Filed filed, byte[] bytes) {
        return UUID.fromString(of(person, filed, bytes.length)
                .patch(bytes, 0, bytes.length)
                .statusCode(204)
                .extract()
                .header("Balagh-Evidence"));
    }

    static Tus of(TestTokens person, Filed filed, long length) {
        return of(person, length, metadata(filed));
    }

    static Tus of(TestTokens person, long length, String metadata) {
        String location = creation(person, Long.toString(length), metadata)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return new Tus(person, URI.create(location).getPath());
    }

    static RequestSpecification creation(TestTokens person, String length, String metadata) {
        return request(person).header("Upload-Length", length).header("Upload-Metadata", metadata);
    }

    static RequestSpecification request(TestTokens person) {
        return as(person).header("Tus-Resumable", "1.0.0");
    }

    static String metadata(Filed filed, String... more) {
        var metadata = new StringBuilder("reportId " + base64(filed.id().toString()) + ",filename "
                + base64("فيديو.mp4") + ",filetype " + base64("video/mp4"));
        for (int i = 0; i < more.length; i += 2) {
            metadata.append(",").append(more[i]).append(" ").append(base64(more[i + 1]));
        }
        return metadata.toString();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    UUID id() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    RequestSpecification request() {
        return request(person);
    }

    ValidatableResponse head() {
        return request().head(path).then();
    }

    ValidatableResponse read() {
        return as(person).get(path).then();
    }

    ValidatableResponse delete() {
        return request().delete(path).then();
    }

    /** Sends the bytes from one offset up to another. */
    ValidatableResponse patch(byte[] bytes, int from, int to) {
        return patch(from, Arrays.copyOfRange(bytes, from, to));
    }

    ValidatableResponse patch(long offset, byte[] chunk) {
        return patching(offset).body(chunk).patch(path).then();
    }

    RequestSpecification patching(long offset) {
        return request().contentType(BYTES).header("Upload-Offset", offset);
    }

    long offset() {
        return Long.parseLong(head().statusCode(200).extract().header("Upload-Offset"));
    }
}
