package ma.balagh.portal.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChangeStreamRelayTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void endsAStreamAfterItsTime() throws IOException {
        // Given
        var service = new PipedOutputStream();
        var browser = new ByteArrayOutputStream();
        var relay = new ChangeStreamRelay(new PipedInputStream(service), LONG, SHORT);
        service.write("event: heartbeat\n\n".getBytes(UTF_8));

        // When
        relay.passOn(browser, () -> false);

        // Then
        assertThat(browser.toString(UTF_8)).isEqualTo("event: heartbeat\n\n");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsAStreamAfterItsTimeThatIsNeverSilent() throws IOException {
        // Given
        var relay = new ChangeStreamRelay(endless(), LONG, SHORT);

        // When
        relay.passOn(OutputStream.nullOutputStream(), () -> false);

        // Then
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void endsAStreamWhoseBrowserHasGone() throws IOException {
        // Given
        var relay = new ChangeStreamRelay(endless(), LONG, LONG);
        var written = new AtomicInteger();

        // When
        relay.passOn(OutputStream.nullOutputStream(), () -> written.incrementAndGet() > 3);

        // Then
        assertThat(written).hasValue(4);
    }

    @Test
    void breaksOffAStreamThatIsSilent() throws IOException {
        // Given
        var relay = new ChangeStreamRelay(new PipedInputStream(new PipedOutputStream()), SHORT, LONG);

        // Then
        assertThatThrownBy(() -> relay.passOn(OutputStream.nullOutputStream(), () -> false))
                .isInstanceOf(IOException.class);
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return '\n';
            }
        };
    }
}
