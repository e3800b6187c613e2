package ma.balagh.intake.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
final class BrokenUploadTest {

    private static final Path INCOMING = Path.of("target/evidence/incoming");

    @Test
    void keepsNothingOfAnUploadWhoseConnectionBreaks() throws IOException {
        // Given
        Filed filed = Filed.by(OFFICER);
        byte[] clip = Clips.mp4(System.nanoTime(), 2_000_000);
        // When
        try (var socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(filed, 4_000_000));
            out.write(clip);
            out.flush();
            await().until(() -> !unfinished().isEmpty());
        }
        // Then
        await().until(() -> unfinished().isEmpty());
        as(OFFICER).get("/api/v1/reports/" + filed.id()).then().statusCode(200).body("media", hasSize(0));
        assertThat(filed.medium(OFFICER, clip)).isNotNull();
    }

    @Test
    void sweepsWhatACrashedProcessLeft(@TempDir Path parent) throws IOException {
        // Given
        Path crashed = Files.createDirectory(parent.resolve("crashed"));
        Files.writeString(crashed.resolve("half-a-film"), "half");
        IncomingDirectory alive = IncomingDirectory.open(parent);
        Files.writeString(alive.newFile(), "still coming in");
        // When
        IncomingDirectory next = IncomingDirectory.open(parent);
        // Then
        assertThat(crashed).doesNotExist();
        try (Stream<Path> left = Files.walk(parent)) {
            assertThat(left.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")))
                    .hasSize(1);
        }
        alive.close();
        next.close();
        assertThat(parent).isEmptyDirectory();
    }

    private static byte[] head(Filed filed, int length) {
        return """
                POST /api/v1/reports/%s/media HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: video/mp4\r
                Content-Length: %d\r
                \r
                """.formatted(filed.id(), OFFICER.sign(), length).getBytes(US_ASCII);
    }

    private static List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(INCOMING)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        } catch (java.io.UncheckedIOException vanished) {
            return List.of(INCOMING);
        }
    }
}
