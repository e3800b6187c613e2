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
import java.util.stream.Stream;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.Clips;
import ma.balagh.intake.IntakeProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MediaReceiverTest {

    private static final long BEFORE = 32L << 20;
    private static final long LONG = 1L << 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void endsAnUploadWhenTheDiskFillsUpMeanwhileAndLeavesNothing() throws IOException {
        // Given
        var config = new StoreConfig(directory);
        var staging = new StagingDirectory(config, new SimpleMeterRegistry());
        staging.open(new StartupEvent());
        var store = new DirectoryStore(config, staging, new CachedIntegrityVerifier(config, Clock.systemUTC()));
        var receiver = new MediaReceiver(store, config, Clock.systemUTC());
        var film = new EndlessFilm(() -> config.reserve().set(LONG));
        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> receiver.receive(film, -1, null))
                .matches(problem -> problem.type() == IntakeProblem.STORE_FULL);
        assertThat(film.position).isBetween(BEFORE, 3 * BEFORE);
        try (Stream<Path> left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile)).allMatch(file -> file.endsWith("lock"));
        }
    }

    /** One that never ends, and in which something happens after {@link #BEFORE} bytes. */
    private static final class EndlessFilm extends InputStream {

        private final byte[] head = Clips.mp4(1, 64);
        private final Runnable event;
        private long position;

        private EndlessFilm(Runnable event) {
            this.event = event;
        }

        @Override
        public int read() {
            return position < head.length ? head[(int) position++] & 0xff : (int) (position++ & 0xff);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position < head.length) {
                into[offset] = (byte) read();
                return 1;
            }
            if (position < BEFORE && position + length >= BEFORE) {
                event.run();
            }
            position += length;
            return length;
        }
    }
}
