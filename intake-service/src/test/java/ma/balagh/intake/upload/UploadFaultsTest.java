package ma.balagh.intake.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connection, a process or a second client can do to an upload. */
@QuarkusTest
final class UploadFaultsTest {

    private static final Path STORE = Path.of("target/evidence");

    private final Database database;
    private final RunningDigestCache digests;
    private final UploadSweepScheduler sweep;
    private final byte[] clip = Clips.mp4(System.nanoTime(), 1_000_000);

    @SuppressWarnings("NullAway.Init")
    private Filed filed;

    @SuppressWarnings("NullAway.Init")
    private Tus upload;

    UploadFaultsTest(Database database, RunningDigestCache digests, UploadSweepScheduler sweep) {
        this.database = database;
        this.digests = digests;
        this.sweep = sweep;
    }

    @BeforeEach
    void announce() {
        filed = Filed.by(OFFICER);
        upload = Tus.of(OFFICER, filed, clip.length);
    }

    @Test
    void keepsWhatCameBeforeTheConnectionBroke() throws IOException {
        // When
        try (var socket = new Socket("localhost", RestAssured.port)) {
            send(socket, 0, 700_000, 300_000);
            await().until(() -> Files.exists(file()) && Files.size(file()) > 0);
        }
        // Then
        await().until(() -> upload.offset() == 300_000);
        finish(300_000);
    }

    @Test
    void refusesBytesOfNoMediaType() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            // When
            socket.getOutputStream().write(head("", 0, "Content-Length: 0\r\nConnection: close\r\n"));
            // Then
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"field\":\"Content-Type\"");
        }
    }

    @Test
    void keepsNothingThatAChecksumWasToCover() throws IOException {
        // When
        try (var socket = new Socket("localhost", RestAssured.port)) {
            send(socket, 0, 700_000, 300_000, "Upload-Checksum: sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n");
            await().until(() -> Files.exists(file()) && Files.size(file()) > 0);
        }
        // Then
        await().until(() -> Files.size(file()) == 0);
        assertThat(upload.offset()).isZero();
        finish(0);
    }

    @Test
    void letsOneOfTwoRequestsWriteUntilItFallsSilent() throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            // Given: a phone that changed its network and never says goodbye
            send(socket, 0, 700_000, 300_000);
            await().until(() -> Files.exists(file()) && Files.size(file()) > 0);
            // When
            upload.patch(clip, 0, 100_000)
                    .statusCode(423)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/upload-locked"));
            upload.delete().statusCode(423);
            // Then: after balagh.upload.silence
            await().until(() -> upload.patch(0, new byte[0]).extract().statusCode() != 423);
            assertThat(upload.offset()).isEqualTo(300_000);
        }
        finish(300_000);
    }

    @Test
    void letsOneOfManyRequestsAtOnceWrite() throws Exception {
        // Given
        List<Callable<Integer>> clients = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        i -> () -> upload.patch(clip, 0, clip.length).extract().statusCode())
                .toList();
        // When
        List<Future<Integer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(clients);
        }
        // Then
        List<Integer> statuses = answers.stream().map(Future::resultNow).toList();
        assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 409, 423);
        assertIsSecuredOnce();
    }

    @Test
    void goesOnWhereTheDatabaseSaysAfterAKillInTheMiddleOfARequest() throws IOException {
        // Given
        upload.patch(clip, 0, 300_000).statusCode(204);
        // When: bytes that nobody was told of, and a new process that knows no digest
        Files.write(file(), Clips.mp4(1, 70_000), StandardOpenOption.APPEND);
        digests.forget(upload.id());
        // Then
        assertThat(upload.offset()).isEqualTo(300_000);
        finish(300_000);
    }

    @Test
    void securesAtTheNextSweepWhatAKillLeftComplete() throws IOException {
        // Given
        leaveComplete();
        // When
        sweep.sweep();
        sweep.sweep();
        // Then
        assertIsSecuredOnce();
        assertThat(file()).doesNotExist();
    }

    @Test
    void securesWhatAKillLeftCompleteWhenItsSenderAsks() throws IOException {
        // Given: the store took the file in, and then the process died
        leaveComplete();
        Path kept = STORE.resolve(Path.of("sha256", sha256().substring(0, 2), sha256().substring(2, 4), sha256()));
        Files.createDirectories(kept.getParent());
        Files.move(file(), kept);
        // When
        upload.head()
                .statusCode(200)
                .header("Upload-Offset", Integer.toString(clip.length))
                .header("Balagh-Evidence", notNullValue());
        // Then
        assertIsSecuredOnce();
    }

    @Test
    void refusesMoreThanWasAnnounced() throws IOException {
        // When: in pieces, without a length
        try (var socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(Tus.BYTES, 0, "Transfer-Encoding: chunked\r\n"));
            out.write((Integer.toHexString(clip.length) + "\r\n").getBytes(US_ASCII));
            out.write(clip);
            out.write("\r\n5\r\nabcde\r\n0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
            // Then
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        finish(Math.toIntExact(upload.offset()));
    }

    @Test
    void endsWhatNothingCameForWithNothingLeft() throws IOException {
        // Given
        upload.patch(clip, 0, 300_000).statusCode(204);
        // When
        database.execute("update upload set expires_at = now() - interval '1 second' where id = ?", upload.id());
        // Then
        upload.head().statusCode(410);
        upload.patch(clip, 300_000, clip.length).statusCode(410);
        // When
        sweep.sweep();
        // Then
        assertThat(file()).doesNotExist();
        upload.head().statusCode(410);
        // When: long after
        database.execute("update upload set ended_at = now() - interval '8 days' where id = ?", upload.id());
        Files.writeString(file(), "left by a crash after the end");
        sweep.sweep();
        // Then
        upload.head().statusCode(404);
        assertThat(file()).doesNotExist();
    }

    /** All bytes are on disk and in the row; what would have come next is the evidence. */
    private void leaveComplete() throws IOException {
        upload.patch(clip, 0, 300_000).statusCode(204);
        Files.write(file(), Arrays.copyOfRange(clip, 300_000, clip.length), StandardOpenOption.APPEND);
        database.execute(
                "update upload set position = length, sha256 = ?, container = 'MP4' where id = ?",
                sha256(),
                upload.id());
    }

    private void finish(int from) {
        upload.patch(clip, from, clip.length).statusCode(204).header("Balagh-Evidence", notNullValue());
        assertIsSecuredOnce();
    }

    private void assertIsSecuredOnce() {
        String evidenceId = upload.read()
                .statusCode(200)
                .body("offset", equalTo(clip.length))
                .body("expiresAt", nullValue())
                .extract()
                .path("evidenceId");
        as(OFFICER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("media.evidenceId", equalTo(List.of(evidenceId)))
                .body("media.sha256", equalTo(List.of(sha256())));
        as(OFFICER)
                .get("/api/v1/evidence/" + evidenceId + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED")));
        as(OFFICER)
                .header("X-Purpose", "Comparing with what was sent")
                .get("/api/v1/evidence/" + evidenceId + "/content")
                .then()
                .statusCode(200);
    }

    private void send(Socket socket, int offset, int announced, int sent, String... headers) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(Tus.BYTES, offset, "Content-Length: " + announced + "\r\n" + String.join("", headers)));
        out.write(clip, offset, sent);
        out.flush();
    }

    private byte[] head(String type, int offset, String more) {
        return ("PATCH " + upload.path() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + OFFICER.sign()
                        + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: " + type + "\r\nUpload-Offset: " + offset
                        + "\r\n" + more + "\r\n")
                .getBytes(US_ASCII);
    }

    private String sha256() {
        return Clips.sha256(clip);
    }

    private Path file() {
        return STORE.resolve("uploads").resolve(upload.id().toString());
    }
}
