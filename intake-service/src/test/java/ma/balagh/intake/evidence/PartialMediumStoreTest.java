package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.Clips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartialMediumStoreTest {

    private static final Instant EARLIER = Instant.parse("2026-11-25T10:00:00Z");

    private final UUID id = UUID.randomUUID();
    private final byte[] film = Clips.mp4(7, 600_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private StoreConfig config;

    @BeforeEach
    void configure() {
        config = new StoreConfig(directory);
    }

    @Test
    void hashesAlsoWhatAnEarlierProcessHasWritten() throws IOException {
        // Given
        try (PartialMediumWriter first = media().open(id).orElseThrow()) {
            first.begin(0);
            first.write(film, 0, 400_000);
            first.force();
        }
        // When: of which it is certain that so much is on disk
        try (PartialMediumWriter second = media().open(id).orElseThrow()) {
            assertThat(second.resume(300_000, EARLIER)).isTrue();
            second.begin(300_000);
            second.write(film, 300_000, 300_000);
            // Then
            StagedMedium received = second.received();
            assertThat(received.digest().hex()).isEqualTo(Clips.sha256(film));
            assertThat(received.size()).isEqualTo(600_000);
            assertThat(received.container()).isEqualTo(ContainerFormat.MP4);
            assertThat(received.receivedAt()).isEqualTo(EARLIER);
            assertThat(Files.readAllBytes(received.file())).isEqualTo(film);
        }
    }

    @Test
    void beginsAnewWithNothingOfWhatWasThere() throws IOException {
        try (PartialMediumWriter medium = media().open(id).orElseThrow()) {
            // Given
            medium.begin(0);
            medium.write("something else".getBytes(UTF_8), 0, 14);
            // When
            medium.begin(0);
            medium.write(film, 0, film.length);
            // Then
            assertThat(medium.received().digest().hex()).isEqualTo(Clips.sha256(film));
            assertThat(Files.size(medium.received().file())).isEqualTo(film.length);
            assertThat(medium.content(10)).isEqualTo(Arrays.copyOf(film, 10));
        }
    }

    @Test
    void goesOnWithNothingThatIsNotThere() throws IOException {
        try (PartialMediumWriter medium = media().open(id).orElseThrow()) {
            assertThat(medium.resume(1, EARLIER)).isFalse();
            assertThatIOException().isThrownBy(() -> medium.begin(1));
        }
    }

    @Test
    void isWrittenByOneOnly() throws IOException {
        // Given
        PartialMediumStore media = media();
        try (PartialMediumWriter medium = media.open(id).orElseThrow()) {
            medium.begin(0);
            // Then
            assertThat(media.open(id)).isEmpty();
            assertThat(media.open(UUID.randomUUID()).map(PartialMediumStoreTest::closed))
                    .isPresent();
        }
        assertThat(media.open(id).map(PartialMediumStoreTest::closed)).isPresent();
    }

    @Test
    void stopsWhereTheDiskIsFull() throws IOException {
        try (PartialMediumWriter medium = media().open(id).orElseThrow()) {
            config.reserve().set(Long.MAX_VALUE / 2);
            assertThatThrownBy(() -> medium.begin(0)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void tellsWhatIsThereUntilItIsDiscarded() throws IOException {
        // Given
        PartialMediumStore media = media();
        assertThat(media.all()).isEmpty();
        media.open(id).orElseThrow().close();
        Files.writeString(directory.resolve("partial/note"), "not ours");
        // Then
        assertThat(media.all()).containsExactly(id);
        media.discard(id);
        media.discard(id);
        assertThat(media.all()).isEmpty();
    }

    private PartialMediumStore media() {
        var store = new DirectoryStore(
                config,
                new StagingDirectory(config, new SimpleMeterRegistry()),
                new CachedIntegrityVerifier(config, Clock.systemUTC()));
        return new PartialMediumStore(config, store, Clock.systemUTC());
    }

    private static boolean closed(PartialMediumWriter medium) {
        try (medium) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
