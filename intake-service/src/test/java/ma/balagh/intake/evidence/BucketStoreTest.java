package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.objectstore.ObjectStoreProgram;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

final class BucketStoreTest extends EvidenceStoreContract {

    private final TestObjectStore server = TestObjectStore.shared();

    @Override
    EvidenceStore open(Clock clock) {
        return TestObjectStore.store(config, staging, server.settings(Map.of()), clock);
    }

    @Override
    void overwrite(byte[] original, byte[] other) {
        server.overwrite(new Sha256Digest(Clips.sha256(original)), other);
    }

    @Override
    void rot(byte[] original, byte[] other) throws IOException {
        server.rot(original, other);
    }

    @Override
    EvidenceStore away() throws IOException {
        return store(Map.of("endpoint", "http://localhost:" + PortProbe.anyFree(), "attempts", "1"));
    }

    @Test
    void callsNothingMissingWhenTheBucketIsAway() {
        // Given
        EvidenceStore store = store(Map.of("bucket", "another"));
        // Then
        assertUnavailable(() -> store.standing(digest));
        assertUnavailable(store::check);
    }

    @Test
    void sendsALargeMediumInPartsThatTheStoreChecks() throws IOException {
        // Given
        byte[] film = Clips.mp4(System.nanoTime(), 11 << 20);
        var name = new Sha256Digest(Clips.sha256(film));
        // When
        store().keep(received(film));
        // Then
        HeadObjectResponse head = head(name);
        assertThat(head.contentLength()).isEqualTo(film.length);
        assertThat(head.eTag()).endsWith("-3\"");
        try (InputStream in = store().open(name, 6 << 20, 1 << 20)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(film, 6 << 20, 7 << 20));
        }
    }

    @Test
    void keepsNothingThatChangedOnTheWay() throws IOException {
        // Given
        byte[] film = Clips.mp4(System.nanoTime(), 6 << 20);
        var name = new Sha256Digest(Clips.sha256(film));
        byte[] changed = film.clone();
        changed[100]++;
        // Then: in one piece the store notices, in parts we do
        for (String size : new String[] {"64M", "5M"}) {
            StagedMedium received = received(changed);
            var wrong = new StagedMedium(
                    received.file(), name, received.size(), received.container(), received.receivedAt());
            EvidenceStore store = store(Map.of("part-size", size));
            assertUnavailable(() -> store.keep(wrong));
            assertThat(store.standing(name)).isEqualTo(EvidenceStore.Standing.MISSING);
        }
    }

    @Test
    void overwritesNothingThatIsThere() throws IOException {
        // Given
        server.overwrite(digest, clip);
        var access = new BucketClient(server.settings(Map.of()));
        var settings = server.settings(Map.of());
        var upload = new BucketWriter(access, new ObjectLockCheck(access, settings, Clock.systemUTC()), settings);
        // When
        StagedMedium received = received(clip);
        // Then
        assertThat(upload.send(received, false)).isEqualTo(BucketWriter.Outcome.OUTRUN);
        assertThat(upload.send(received, true)).isEqualTo(BucketWriter.Outcome.CONFIRMED);
    }

    @Test
    void locksWhatItKeeps() throws IOException {
        // Given
        try (var plain = new PlainObjectStore()) {
            BucketStore store = store(Map.of(
                    "endpoint",
                    plain.address(),
                    "lock-mode",
                    "compliance",
                    "lock-for",
                    "30d",
                    "lock-required",
                    "true"));
            // When
            store.keep(received(clip));
            // Then
            PlainObjectStore.Asked put = plain.asked("PUT").getLast();
            assertThat(put.header("x-amz-object-lock-mode")).isEqualTo("COMPLIANCE");
            assertThat(Instant.parse(put.header("x-amz-object-lock-retain-until-date")))
                    .isBetween(
                            Instant.now().plus(Duration.ofDays(29)),
                            Instant.now().plus(Duration.ofDays(31)));
            assertThat(put.header("Content-Type")).isEqualTo("video/mp4");
            assertThat(store.check())
                    .containsEntry("object lock", "COMPLIANCE for 30 days")
                    .containsEntry("bucket", TestObjectStore.BUCKET);
        }
    }

    @Test
    void saysThatALockedObjectStays() throws IOException {
        // Given
        try (var plain = new PlainObjectStore()) {
            BucketStore store = store(Map.of("endpoint", plain.address()));
            store.keep(received(clip));
            // When
            EvidenceStore.Erasure erasure = store.erase(digest);
            // Then
            assertThat(erasure).isEqualTo(new EvidenceStore.Erasure.Refused("the object store refuses: AccessDenied"));
            assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
        }
    }

    @Test
    void letsEarlierVersionsGoToo() throws IOException {
        // Given
        String bucket = server.bucketWithVersions();
        BucketStore store = store(Map.of("bucket", bucket));
        store.keep(received(clip));
        new BucketClient(server.settings(Map.of()))
                .client()
                .putObject(put -> put.bucket(bucket).key(digest.path()), RequestBody.fromBytes(other()));
        assertThat(server.versions(bucket, digest)).isEqualTo(2);
        // When
        assertThat(store.erase(digest)).isEqualTo(new EvidenceStore.Erasure.Gone());
        // Then
        assertThat(server.versions(bucket, digest)).isZero();
    }

    @Test
    void readsBackWhatASimpleStoreDoesNotConfirm() throws IOException {
        // Given
        try (var plain = new PlainObjectStore()) {
            BucketStore store = store(Map.of("endpoint", plain.address(), "attempts", "1"));
            // When
            store.keep(received(clip));
            // Then
            assertThat(plain.asked("PUT"))
                    .extracting(put -> put.header("If-None-Match"))
                    .containsExactly("*", "");
            assertThat(plain.asked("GET")).hasSize(1);
            assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
        }
    }

    @Test
    void keepsInABucketWithoutLockOnlyWhenNoneIsRequired() throws IOException {
        // Given
        BucketStore free = store(Map.of("bucket", ObjectStoreProgram.SPARE, "lock-mode", "compliance"));
        BucketStore strict = store(Map.of("bucket", ObjectStoreProgram.SPARE, "lock-required", "true"));
        // When
        free.keep(received(clip));
        // Then
        assertThat(free.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
        assertThat(free.check()).containsEntry("object lock", "none");
        assertThatIllegalStateException().isThrownBy(strict::logStatus).withMessageContaining("lock-required");
        byte[] next = Clips.mp4();
        StagedMedium received = received(next);
        assertUnavailable(() -> strict.keep(received));
    }

    @Test
    void sendsReadersToTheStoreForAShortTime() throws Exception {
        // Given
        var evidence =
                new Evidence(UUID.randomUUID(), digest, clip.length, "video/mp4", Instant.now(), Instant.now(), null);
        BucketStore store = store(Map.of("presigned", "true", "presigned-for", "20s"));
        assertThat(store.elsewhere(evidence)).isEmpty();
        // When
        store.keep(received(clip));
        URI address = store.elsewhere(evidence).orElseThrow();
        // Then
        assertThat(address.getQuery()).contains("X-Amz-Expires=20", "X-Amz-Signature=");
        try (var reader = HttpClient.newHttpClient()) {
            var answer = reader.send(
                    HttpRequest.newBuilder(address)
                            .header("Range", "bytes=10-19")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(clip, 10, 20));
            assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("inline; filename=\"" + digest.hex() + "\"");
        }
        assertThat(store().elsewhere(evidence)).isEmpty();
    }

    @Test
    void callsAnObjectUnreadableRatherThanDamagedWhenItBreaksOff() throws IOException {
        // Given
        try (var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerHalf(server));
            EvidenceStore store =
                    store(Map.of("endpoint", "http://localhost:" + server.getLocalPort(), "attempts", "1"));
            // Then
            assertUnavailable(() -> store.standing(digest));
        }
    }

    /** Announces the clip, and ends in its middle. */
    private void answerHalf(ServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                String request = new String(connection.getInputStream().readNBytes(4), US_ASCII);
                connection.getOutputStream().write("""
                        HTTP/1.1 200 OK\r
                        ETag: "a"\r
                        Content-Length: %d\r
                        Connection: close\r
                        \r
                        """.formatted(clip.length).getBytes(US_ASCII));
                if (request.equals("GET ")) {
                    connection.getOutputStream().write(clip, 0, clip.length / 2);
                }
                connection.shutdownOutput();
                connection.getInputStream().readAllBytes();
            } catch (IOException ended) {
                return;
            }
        }
    }

    private BucketStore store(Map<String, String> settings) {
        return TestObjectStore.store(config, staging, server.settings(settings), Clock.systemUTC());
    }

    private HeadObjectResponse head(Sha256Digest name) {
        return new BucketClient(server.settings(Map.of()))
                .client()
                .headObject(request -> request.bucket(TestObjectStore.BUCKET).key(name.path()));
    }
}
