package ma.balagh.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.fetch.ScriptedServer.saying;
import static ma.balagh.fetch.ScriptedServer.sayingInTurn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import ma.balagh.fetch.FetchOutcome.Fetched;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.FetchOutcome.Transient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class ResumptionTest {

    private static final String CUT = "HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: 8\r\n\r\nfilm";
    private static final String REST = "HTTP/1.1 206 Partial Content\r\nETag: \"one\"\r\n"
            + "Content-Range: bytes 4-7/8\r\nContent-Length: 4\r\n\r\nMORE";
    private static final String OTHER = "HTTP/1.1 200 OK\r\nETag: \"two\"\r\nContent-Length: 6\r\n\r\nsecond";

    private final MemorySink sink = new MemorySink();
    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = ScriptedServer.open(saying(CUT));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void goesOnWhereTheConnectionWasCut() throws InterruptedException {
        // Given
        server.says(sayingInTurn(CUT, REST));
        // When
        FetchOutcome outcome = fetch(cut());
        // Then
        assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
            assertThat(fetched.offset()).isEqualTo(4);
            assertThat(fetched.bytes()).isEqualTo(4);
            assertThat(fetched.answer().status()).isEqualTo(206);
        });
        assertSink("filmMORE", 0L, 4L);
        assertThat(server.heads().get(1)).contains("Range: bytes=4-\r\n", "If-Range: \"one\"\r\n");
    }

    @Test
    void startsAnewWhenTheServerHasAnother() throws InterruptedException {
        // Given
        server.says(sayingInTurn(CUT, OTHER));
        // Then
        assertFetched(fetch(cut()));
        assertSink("second", 0L, 0L);
    }

    @Test
    void doesNotGoOnWithTheRestOfAnother() throws InterruptedException {
        // Given a server that does not look at If-Range
        server.says(sayingInTurn(CUT, REST.replace("one", "two"), OTHER));
        // Then
        assertFetched(fetch(cut()));
        assertSink("second", 0L, 0L);
        assertThat(server.heads().get(2)).doesNotContain("Range");
    }

    @Test
    void doesNotGoOnWithTheRestOfAnotherTime() throws InterruptedException {
        // Given a server that knows no tags and does not look at If-Range
        String first = "Last-Modified: Tue, 24 Nov 2026 10:00:00 GMT";
        String second = "Last-Modified: Wed, 25 Nov 2026 10:00:00 GMT";
        String tag = "ETag: \"one\"";
        server.says(sayingInTurn(CUT.replace(tag, first), REST.replace(tag, second), OTHER));
        // Then
        assertFetched(fetch(cut()));
        assertSink("second", 0L, 0L);
        assertThat(server.heads().get(2)).doesNotContain("Range");
        // Given
        server.says(sayingInTurn(CUT.replace(tag, first), REST.replace(tag, first)));
        // Then
        assertFetched(fetch(cut()));
        assertSink("filmMORE", 0L, 0L, 0L, 4L);
    }

    @Test
    void startsAnewWhenTheServerHasNoSuchRest() throws InterruptedException {
        // Given
        server.says(sayingInTurn(
                CUT,
                "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */6\r\nContent-Length: 0\r\n\r\n",
                OTHER));
        // Then
        assertFetched(fetch(cut()));
        assertSink("second", 0L, 0L);
    }

    @Test
    void startsAnewWhenAnotherPartComes() throws InterruptedException {
        // Given
        for (String range : List.of("bytes 3-6/8", "bytes */8", "bytes 4-99999999999999999999/8", "chars 4-7/8")) {
            server.says(sayingInTurn(CUT, REST.replace("bytes 4-7/8", range), OTHER));
            // Then
            assertFetched(fetch(cut()));
            assertThat(sink.bytes()).asString(ISO_8859_1).isEqualTo("second");
        }
    }

    @Test
    void goesOnAgainAfterAPartOfTheRest() throws InterruptedException {
        // Given
        String some = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 4-5/8\r\nContent-Length: 2\r\n\r\nMO";
        String last = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 6-7/8\r\nContent-Length: 2\r\n\r\nRE";
        server.says(sayingInTurn(CUT, some, last));
        // When
        Progress progress = progress(fetch(cut()));
        // Then
        assertThat(progress).isEqualTo(new Progress(6, "\"one\""));
        assertFetched(fetch(progress));
        assertSink("filmMORE", 0L, 4L, 6L);
    }

    @Test
    void keepsWhatIsThereWhenTheServerFailsMeanwhile() throws InterruptedException {
        // Given
        server.says(sayingInTurn(CUT, "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", REST));
        // When
        Progress progress = cut();
        // Then
        assertThat(progress(fetch(progress))).isEqualTo(progress);
        assertFetched(fetch(progress));
        assertSink("filmMORE", 0L, 4L);
    }

    @Test
    void recognisesAMediumByItsTimeWhereItHasNoStrongTag() throws InterruptedException {
        // Given
        String time = "Tue, 24 Nov 2026 10:00:00 GMT";
        server.says(saying(CUT.replace("ETag: \"one\"", "ETag: W/\"one\"\r\nLast-Modified: " + time)));
        // Then
        assertThat(cut()).isEqualTo(new Progress(4, time));
    }

    @Test
    void goesOnFromNothingThatCannotBeRecognised() throws InterruptedException {
        // Given
        server.says(saying(CUT.replace("ETag: \"one\"", "ETag: W/\"one\"")));
        // Then
        assertThat(fetch(null)).isInstanceOfSatisfying(Transient.class, later -> {
            assertThat(later.reason()).isEqualTo(TransientReason.CUT);
            assertThat(later.progress()).isNull();
        });
    }

    @Test
    void noticesACutInChunks() throws InterruptedException {
        // Given
        String head = "HTTP/1.1 200 OK\r\nETag: \"one\"\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String body : List.of("4\r\nfilm\r\n", "8\r\nfilm", "4\r\nfilm\r\nx\r\n", "4\r\nfilmfilm")) {
            server.says(saying(head + body));
            // Then
            assertThat(cut()).isEqualTo(new Progress(4, "\"one\""));
        }
    }

    @Test
    void writesARestToTheFileThatHasTheBeginning(@TempDir Path directory) throws IOException, InterruptedException {
        // Given
        Path file = directory.resolve("film");
        server.says(sayingInTurn(CUT, REST, OTHER));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // When
            Progress progress = progress(fetcher().fetch(request(null), new ChannelSink(channel)));
            FetchOutcome rest = fetcher().fetch(request(progress), new ChannelSink(channel));
            // Then
            assertFetched(rest);
            assertThat(file).hasContent("filmMORE");
            assertFetched(fetcher().fetch(request(progress), new ChannelSink(channel)));
            assertThat(file).hasContent("second");
        }
        // Given
        server.says(saying(REST));
        Files.writeString(file, "fi");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // When
            FetchOutcome outcome = fetcher().fetch(request(new Progress(4, "\"one\"")), new ChannelSink(channel));
            // Then
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Transient.class, later -> assertThat(later.reason()).isEqualTo(TransientReason.NOT_STORED));
        }
    }

    private Progress cut() throws InterruptedException {
        return progress(fetch(null));
    }

    private static Progress progress(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Transient.class);
        Progress progress = ((Transient) outcome).progress();
        assertThat(progress).isNotNull();
        return progress;
    }

    private static void assertFetched(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
    }

    private void assertSink(String content, Long... beginnings) {
        assertThat(sink.bytes()).asString(ISO_8859_1).isEqualTo(content);
        assertThat(sink.beginnings()).containsExactly(beginnings);
    }

    private FetchOutcome fetch(@Nullable Progress begun) throws InterruptedException {
        return fetcher().fetch(request(begun), sink);
    }

    private FetchRequest request(@Nullable Progress begun) {
        return FetchRequest.medium("http://media.example.com:" + server.port() + "/film.mp4")
                .from(begun);
    }

    private FetchClient fetcher() {
        var ports = Set.of(server.port());
        return new FetchClient(
                new AddressGuard(name -> List.of(InetAddress.ofLiteral("127.0.0.1")), ports, Set.of(server.address())),
                Limits.of(ports),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Clock.systemUTC());
    }
}
