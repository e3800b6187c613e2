package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.Clips;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every evidence store promises. */
@SuppressWarnings("NullAway.Init")
abstract class EvidenceStoreContract {

    private static final int CLIENTS = 4;

    @TempDir
    Path directory;

    StoreConfig config;
    StagingDirectory staging;
    private EvidenceStore store;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));

    final byte[] clip = Clips.mp4();
    final Sha256Digest digest = new Sha256Digest(Clips.sha256(clip));

    /** The store that is tested. */
    abstract EvidenceStore open(Clock clock) throws IOException;

    /** Puts other bytes in a medium's place, as somebody who has the keys would. */
    abstract void overwrite(byte[] original, byte[] other) throws IOException;

    /** Changes a medium's bytes as a failing disk would. */
    abstract void rot(byte[] original, byte[] other) throws IOException;

    /** The store, when nothing of it can be reached. */
    abstract EvidenceStore away() throws IOException;

    @BeforeEach
    void open() throws IOException {
        config = new StoreConfig(directory);
        staging = new StagingDirectory(config, new SimpleMeterRegistry());
        staging.open(new StartupEvent());
        store = open(new TestClock());
    }

    @Test
    void keepsAMediumByteForByte() throws IOException {
        // Given
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.MISSING);
        // When
        store.keep(received(clip));
        // Then
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
        assertThat(read(0, clip.length)).isEqualTo(clip);
        assertThat(read(100, 50)).isEqualTo(Arrays.copyOfRange(clip, 100, 150));
        assertThat(read(clip.length - 1, 1)).isEqualTo(Arrays.copyOfRange(clip, clip.length - 1, clip.length));
    }

    @Test
    void keepsTheSameBytesOnceFromManyAtOnce() throws Exception {
        // Given
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var kept = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                StagedMedium received = received(clip);
                // When
                kept.add(clients.submit(() -> store.keep(received)));
            }
            // Then
            for (Future<?> each : kept) {
                each.get();
            }
        }
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
        assertThat(read(0, clip.length)).isEqualTo(clip);
    }

    @Test
    void findsOtherBytesAtOnceAndPutsTheOriginalBack() throws IOException {
        // Given
        store.keep(received(clip));
        // When
        overwrite(clip, other());
        // Then
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.OTHER_BYTES);
        // When
        store.keep(received(clip));
        // Then
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
        assertThat(read(0, clip.length)).isEqualTo(clip);
    }

    @Test
    void findsWhatAFailingDiskChangedWhenItsTrustHasEnded() throws IOException {
        // Given
        store.keep(received(clip));
        rot(clip, other());
        // When
        now.updateAndGet(time -> time.plus(config.trust()).plusSeconds(1));
        // Then
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.OTHER_BYTES);
    }

    @Test
    void findsWhatAFailingDiskChangedOnceAFullReadDid() throws IOException {
        // Given
        store.keep(received(clip));
        rot(clip, other());
        // When
        store.refuted(digest);
        // Then
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.OTHER_BYTES);
    }

    @Test
    void isReadInFullWhateverWasFoundBefore() throws IOException {
        // Given
        var reading = new IntegrityVerifier(store);
        store.keep(received(clip));
        assertThat(reading.of(digest.hex())).isEqualTo(IntegrityVerifier.Found.INTACT);
        // When
        rot(clip, other());
        // Then
        assertThat(reading.of(digest.hex())).isEqualTo(IntegrityVerifier.Found.OTHER_BYTES);
        assertThat(reading.of("0".repeat(64))).isEqualTo(IntegrityVerifier.Found.MISSING);
    }

    @Test
    void letsAllBytesGoAndTakesThemAnew() throws IOException {
        // Given
        store.keep(received(clip));
        overwrite(clip, other());
        // When
        assertThat(store.erase(digest)).isEqualTo(new EvidenceStore.Erasure.Gone());
        // Then
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.MISSING);
        assertThat(store.erase(digest)).isEqualTo(new EvidenceStore.Erasure.Gone());
        store.keep(received(clip));
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.INTACT);
    }

    @Test
    void callsNothingMissingWhenTheWholeStoreIsAway() throws IOException {
        // Given
        store.check();
        StagedMedium received = received(clip);
        // When
        EvidenceStore away = away();
        // Then
        assertUnavailable(() -> away.standing(digest));
        assertUnavailable(() -> away.keep(received));
        assertUnavailable(() -> away.erase(digest));
    }

    StagedMedium received(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("received-" + System.nanoTime()), bytes);
        return new StagedMedium(
                file,
                new Sha256Digest(Clips.sha256(bytes)),
                bytes.length,
                ContainerFormat.of(bytes).orElseThrow(),
                now.get());
    }

    EvidenceStore store() {
        return store;
    }

    byte[] other() {
        byte[] other = clip.clone();
        other[20_000] ^= 1;
        return other;
    }

    private byte[] read(long first, int length) throws IOException {
        try (InputStream in = store.open(digest, first, length)) {
            return in.readNBytes(length);
        }
    }

    static void assertUnavailable(ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .matches(problem -> problem.type() == CommonProblem.UNAVAILABLE)
                .matches(problem -> Duration.ofSeconds(30).equals(problem.retryAfter()));
    }

    private final class TestClock extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
