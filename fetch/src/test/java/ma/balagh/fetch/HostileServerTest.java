package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.fetch.Fetching.assertTransient;
import static ma.balagh.fetch.Fetching.assertUnobtainable;
import static ma.balagh.fetch.ScriptedServer.ok;
import static ma.balagh.fetch.ScriptedServer.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Fetched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that want to keep the fetcher busy, fill the disk or confuse it. */
@Timeout(30)
final class HostileServerTest {

    private Fetching fetching;

    @BeforeEach
    void open() throws IOException {
        fetching = Fetching.from(saying(ok("", "film")));
    }

    @AfterEach
    void close() throws IOException {
        fetching.close();
    }

    @Test
    void refusesWhatIsTooLargeByItsAnnouncementAndByItsBytes() throws InterruptedException {
        // Then
        fetching.server().says(saying("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"));
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.TOO_LARGE, 200);
        assertThat(fetching.sink().beginnings()).isEmpty();
        fetching.server().says(HostileServerTest::endless);
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.TOO_LARGE, 200);
        assertThat(fetching.sink().bytes()).hasSizeLessThanOrEqualTo(1 << 20);
    }

    @Test
    void decompressesNothing() throws InterruptedException, IOException {
        // Given
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50 << 20]);
        }
        fetching.server().says(saying(ok("Content-Encoding: gzip\r\n", bomb.toString(ISO_8859_1))));
        // Then
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.ENCODED, 200);
        assertThat(fetching.sink().beginnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "220 mail.example.com ESMTP\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nfilm",
                "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nfilm",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nfilm",
                "HTTP/1.1 206 Partial\r\nContent-Range: bytes 0-3/4\r\nContent-Length: 4\r\n\r\nfilm",
                "HTTP/9.9 200 OK\r\n\r\nfilm",
                "HTTP/1.1 20x OK\r\n\r\nfilm"
            })
    void survivesWhatIsNoAnswer(String answer) throws InterruptedException {
        // Given
        fetching.server().says(saying(answer));
        // Then
        assertTransient(fetching.fetch("/film"), TransientReason.BROKEN_ANSWER);
    }

    @Test
    void readsNoEndlessHead() throws InterruptedException {
        // Given
        String wide = "X: " + "x".repeat(15_000) + "\r\n";
        for (String head : List.of("X: " + "x".repeat(70_000), "X: y\r\n".repeat(1000), wide.repeat(10))) {
            fetching.server().says(saying("HTTP/1.1 200 OK\r\n" + head + "\r\n\r\nfilm"));
            // Then
            assertTransient(fetching.fetch("/film"), TransientReason.BROKEN_ANSWER);
        }
    }

    @Test
    void givesUpAServerThatDoesNotEndItsHead() throws InterruptedException {
        // Given
        fetching.limit(limits -> limits.answerWithin(Duration.ofMillis(400)));
        fetching.server().says((head, out) -> drip(out, "HTTP/1.1 200 OK\r\nX: ", "x"));
        // Then
        assertTransient(fetching.fetch("/film"), TransientReason.NO_ANSWER);
    }

    @Test
    void givesUpAServerThatSaysForEverThatItIsAboutToAnswer() throws InterruptedException {
        // Given
        fetching.limit(limits -> limits.answerWithin(Duration.ofMillis(400)));
        fetching.server().says((head, out) -> drip(out, "", "HTTP/1.1 102 Processing\r\n\r\n"));
        // Then
        assertTransient(fetching.fetch("/film"), TransientReason.NO_ANSWER);
    }

    @Test
    void givesUpAServerThatDripsItsBody() throws InterruptedException {
        // Given
        fetching.limit(limits -> limits.atLeast(1000, Duration.ofMillis(400)));
        fetching.server()
                .says((head, out) -> drip(out, "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\n" + "x".repeat(5000), "x"));
        // Then
        assertTransient(fetching.fetch("/film"), TransientReason.TOO_SLOW);
    }

    @Test
    void givesUpAnAttemptThatTakesTooLongAltogether() throws InterruptedException {
        // Given
        fetching.limit(limits -> limits.doneWithin(Duration.ofMillis(600)).atLeast(1, Duration.ofMillis(200)));
        fetching.server().says((head, out) -> drip(out, "HTTP/1.1 200 OK\r\n\r\n", "x"));
        // Then
        assertTransient(fetching.fetch("/film"), TransientReason.OUT_OF_TIME);
    }

    @Test
    void doesNotWaitForEverForANameServer() throws InterruptedException {
        // Given
        var silent = new AddressGuard(
                name -> {
                    await().forever().until(() -> false);
                    return List.of();
                },
                fetching.limits().ports());
        var fetcher = new FetchClient(
                silent, fetching.limits(), (SSLSocketFactory) SSLSocketFactory.getDefault(), Clock.systemUTC());
        // Then
        assertTransient(
                fetcher.fetch(FetchRequest.medium(fetching.base() + "/film"), fetching.sink()),
                TransientReason.NAME_NOT_RESOLVED);
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        // Given
        fetching.server().says((head, out) -> drip(out, "HTTP/1.1 200 OK\r\n\r\n", "x"));
        var ended = new CompletableFuture<Class<?>>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                ended.complete(fetching.fetch("/film").getClass());
            } catch (InterruptedException e) {
                ended.complete(e.getClass());
            }
        });
        await().until(() -> !fetching.server().heads().isEmpty());
        // When
        thread.interrupt();
        // Then
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(InterruptedException.class);
    }

    @Test
    void takesNoMoreThanWasAnnounced() throws InterruptedException {
        // Given
        fetching.server().says(saying(ok("", "film") + "and more"));
        // Then
        assertThat(fetching.fetch("/film")).isInstanceOf(Fetched.class);
        assertThat(fetching.sink().bytes()).asString(ISO_8859_1).isEqualTo("film");
    }

    @Test
    void noticesThatLessCameThanWasAnnounced() throws InterruptedException {
        // Given
        fetching.server().says(saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfilm"));
        // Then
        assertTransient(fetching.fetch("/film"), TransientReason.CUT);
    }

    private static void endless(String head, OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(ISO_8859_1));
        byte[] chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(ISO_8859_1);
        while (true) {
            out.write(chunk);
        }
    }

    private static void drip(OutputStream out, String beginning, String drop) throws IOException, InterruptedException {
        out.write(beginning.getBytes(ISO_8859_1));
        while (true) {
            out.write(drop.getBytes(ISO_8859_1));
            out.flush();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
