package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.fetch.Fetching.assertTransient;
import static ma.balagh.fetch.Fetching.assertUnobtainable;
import static ma.balagh.fetch.ScriptedServer.ok;
import static ma.balagh.fetch.ScriptedServer.redirect;
import static ma.balagh.fetch.ScriptedServer.saying;
import static ma.balagh.fetch.ScriptedServer.sayingInTurn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.NotModified;
import ma.balagh.fetch.FetchOutcome.Redirect;
import ma.balagh.fetch.FetchOutcome.Transient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class FetchClientTest {

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
    void tellsWhatStandsInCourt() throws InterruptedException {
        // Given
        fetching.server().says(saying(ok("Content-Type: video/mp4\r\nServer: nginx\r\n", "film")));
        // When
        FetchOutcome outcome = fetching.fetch("/film.mp4?a=b#t=10");
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.address()).isEqualTo(fetching.base() + "/film.mp4?a=b");
            assertThat(fetched.redirects()).isEmpty();
            assertThat(fetched.answer().status()).isEqualTo(200);
            assertThat(fetched.answer().httpVersion()).isEqualTo("HTTP/1.1");
            assertThat(fetched.answer().header("server")).isEqualTo("nginx");
            assertThat(fetched.answer().connectedTo())
                    .isEqualTo(fetching.server().address());
            assertThat(fetched.answer().tls()).isNull();
            assertThat(fetched.started()).isEqualTo(Fetching.NOW);
            assertThat(fetched.ended()).isEqualTo(Fetching.NOW);
            assertThat(fetched.offset()).isZero();
            assertThat(fetched.bytes()).isEqualTo(4);
            assertThat(fetched.sha256()).isEqualTo(sha256("film"));
        });
        assertThat(fetching.sink().bytes()).asString(ISO_8859_1).isEqualTo("film");
        assertThat(fetching.server().heads())
                .singleElement()
                .asString()
                .startsWith("GET /film.mp4?a=b HTTP/1.1\r\n")
                .contains(
                        "Host: media.example.com:" + fetching.server().port() + "\r\n", "Accept-Encoding: identity\r\n")
                .doesNotContainIgnoringCase("cookie", "authorization", "range", "referer");
    }

    @Test
    void recordsTheWayOverRedirects() throws InterruptedException {
        // Given
        fetching.server()
                .says(sayingInTurn(
                        redirect(301, "/a/b/c\r\nSet-Cookie: id=1"),
                        redirect(307, "../d?x=y"),
                        redirect(308, "//MEDIA.example.com:" + fetching.server().port() + "/f\u00E9 \u00D9\u0085.mp4"),
                        ok("", "film")));
        // When
        FetchOutcome outcome = fetching.fetch("/film");
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.address()).isEqualTo(fetching.base() + "/f%E9%20%D9%85.mp4");
            assertThat(fetched.redirects())
                    .extracting(Redirect::address, Redirect::status)
                    .containsExactly(
                            tuple(fetching.base() + "/film", 301),
                            tuple(fetching.base() + "/a/b/c", 307),
                            tuple(fetching.base() + "/a/d?x=y", 308));
        });
        assertThat(fetching.server().heads()).noneMatch(head -> head.contains("Cookie"));
    }

    @Test
    void followsFiveRedirectsButNoSixth() throws InterruptedException {
        // Given
        String[] five = new String[6];
        for (int i = 0; i < 5; i++) {
            five[i] = redirect(302, "/" + i);
        }
        five[5] = ok("", "film");
        fetching.server().says(sayingInTurn(five));
        // Then
        assertThat(fetching.fetch("/film")).isInstanceOf(Fetched.class);
        // Given
        five[5] = redirect(302, "/6");
        fetching.server().says(sayingInTurn(five));
        // Then
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.TOO_MANY_REDIRECTS, 302);
    }

    @Test
    void noticesACircle() throws InterruptedException {
        // Given
        fetching.server().says(sayingInTurn(redirect(302, "/b"), redirect(302, "/film#again")));
        // Then
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.REDIRECT_LOOP, 302);
        assertThat(fetching.server().heads()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "410, GONE",
        "401, LOGIN_NEEDED",
        "403, FORBIDDEN",
        "451, LEGAL_REASONS",
        "400, UNEXPECTED_STATUS",
        "300, UNEXPECTED_STATUS",
        "304, UNEXPECTED_STATUS",
        "204, EMPTY"
    })
    void saysWhatIsNotToBeHad(int status, UnobtainableReason reason) throws InterruptedException {
        // Given
        fetching.server().says(saying("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n"));
        // Then
        assertUnobtainable(fetching.fetch("/film"), reason, status);
        assertThat(fetching.sink().beginnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | TOO_MANY_REQUESTS | 120 | PT2M",
                "503 | SERVER_FAILED | Wed, 25 Nov 2026 13:00:00 GMT | PT1H",
                "503 | SERVER_FAILED | Wed, 25 Nov 2026 11:00:00 GMT | PT0S",
                "503 | SERVER_FAILED | 999999999 | PT720H",
                "503 | SERVER_FAILED | soon | ",
                "503 | SERVER_FAILED | -1 | ",
                "500 | SERVER_FAILED | | ",
                "202 | NOT_READY | 5 | PT5S",
                "408 | NO_ANSWER | | "
            })
    void saysWhenToAskAgain(int status, TransientReason reason, String header, Duration wait)
            throws InterruptedException {
        // Given
        String line = header == null ? "" : "Retry-After: " + header + "\r\n";
        fetching.server().says(saying("HTTP/1.1 " + status + " Later\r\nContent-Length: 0\r\n" + line + "\r\n"));
        // Then
        assertThat(fetching.fetch("/film")).isInstanceOfSatisfying(Transient.class, later -> {
            assertThat(later.reason()).isEqualTo(reason);
            assertThat(later.retryAfter()).isEqualTo(wait);
        });
    }

    @Test
    void takesNoPageForAMedium() throws InterruptedException {
        // Given
        String page = "\n <!DOCTYPE HTML><html><body>Log in</body></html>";
        // Then
        fetching.server().says(saying(ok("Content-Type: text/html; charset=utf-8\r\n", "whatever")));
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.PAGE_INSTEAD_OF_MEDIUM, 200);
        fetching.server().says(saying(ok("Content-Type: video/mp4\r\n", page)));
        assertUnobtainable(fetching.fetch("/film"), UnobtainableReason.PAGE_INSTEAD_OF_MEDIUM, 200);
        assertThat(fetching.sink().beginnings()).isEmpty();
        // When
        var any = FetchRequest.document(
                fetching.base() + "/page", new FetchRequest.Bounds(1 << 20, Duration.ofMinutes(1)));
        // Then
        assertThat(fetching.fetcher().fetch(any, fetching.sink())).isInstanceOf(Fetched.class);
    }

    @Test
    void fetchesNothingThatIsKnownAlready() throws InterruptedException {
        // Given
        fetching.server().says(saying("HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=60\r\n\r\n"));
        var request = FetchRequest.medium(fetching.base() + "/feed");
        var known = new FetchRequest.Validators("W/\"v 1\"", "Wed, 25 Nov 2026 11:00:00 GMT");
        // Then
        assertThat(fetching.fetcher().fetch(request.unless(known), fetching.sink()))
                .isInstanceOfSatisfying(
                        NotModified.class,
                        same -> assertThat(same.answer().header("cache-control"))
                                .isEqualTo("max-age=60"));
        assertThat(fetching.server().heads().getLast())
                .contains("If-None-Match: W/\"v 1\"\r\n", "If-Modified-Since: Wed, 25 Nov 2026 11:00:00 GMT\r\n");
        assertThat(fetching.sink().beginnings()).isEmpty();
        assertUnobtainable(fetching.fetch("/feed"), UnobtainableReason.UNEXPECTED_STATUS, 304);
    }

    @Test
    void repeatsNoValidatorThatCouldEndALine() {
        // When
        var validators = new FetchRequest.Validators("\"a\"\r\nX-Evil: 1", "x".repeat(1001));
        // Then
        assertThat(validators).isEqualTo(new FetchRequest.Validators(null, null));
    }

    @Test
    void keepsToBoundsOfItsOwn() throws InterruptedException {
        // Given
        fetching.server().says(saying(ok("", "x".repeat(2000))));
        // When
        var small = FetchRequest.document(fetching.base() + "/f", new FetchRequest.Bounds(1000, Duration.ofMinutes(1)));
        // Then
        assertUnobtainable(fetching.fetcher().fetch(small, fetching.sink()), UnobtainableReason.TOO_LARGE, 200);
    }

    @Test
    void saysThatAServerIsDownAndThatANameIsUnknown() throws InterruptedException, IOException {
        // Given
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        var limits = Limits.of(Set.of(closed, fetching.server().port()));
        var down = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), closed);
        var fetcher = new FetchClient(
                new AddressGuard(
                        Fetching::resolve,
                        limits.ports(),
                        Set.of(down, fetching.server().address())),
                limits,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Clock.systemUTC());
        // Then
        assertTransient(
                fetcher.fetch(FetchRequest.medium("http://media.example.com:" + closed + "/"), fetching.sink()),
                TransientReason.NOT_REACHED);
        assertTransient(
                fetcher.fetch(
                        FetchRequest.medium("http://unknown.example.com:"
                                + fetching.server().port() + "/"),
                        fetching.sink()),
                TransientReason.NAME_NOT_RESOLVED);
    }

    @Test
    void saysThatItCouldNotWriteHere() throws InterruptedException {
        // Given
        var full = new FetchSink() {
            @Override
            public void begin(long offset) {}

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        // Then
        assertTransient(
                fetching.fetcher().fetch(FetchRequest.medium(fetching.base() + "/film"), full),
                TransientReason.NOT_STORED);
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(BodyReader.sha256().digest(text.getBytes(ISO_8859_1)));
    }
}
