package ma.balagh.intake.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.verifier.VerifyBundleCommand;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A chain of more entries than the verifier's memory holds: it is read by many at once, exported, and verified. A
 * million of them are verified in the verifier's own tests; here they would stay in the database of every later test.
 */
@Tag("long")
@QuarkusTest
final class LongCustodyTest {

    private static final int ENTRIES = 200_000;

    private final CustodyService custody;
    private final String jdbcUrl;
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    LongCustodyTest(CustodyService custody, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl) {
        this.custody = custody;
        this.jdbcUrl = jdbcUrl;
    }

    @Test
    void isReadByManyAndExportedAndVerified() throws Exception {
        // Given
        UUID id = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        lengthen(id);
        var readers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            Path page = directory.resolve("page" + i);
            readers.add(() -> get("/api/v1/evidence/" + id + "/custody?limit=200", page));
        }
        for (int i = 0; i < 2; i++) {
            Path bundle = directory.resolve("bundle" + i);
            readers.add(() -> get("/api/v1/evidence/" + id + "/bundle", bundle));
        }
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> reader : threads.invokeAll(readers)) {
                // Then
                assertThat(reader.get()).isEqualTo(200);
            }
        }
        assertThat(Files.size(directory.resolve("page0"))).isLessThan(200_000);
        // When
        var verifier = verifier(directory.resolve("bundle0"));
        var output = new String(verifier.getInputStream().readAllBytes(), UTF_8);
        // Then
        assertThat(verifier.waitFor()).as(output).isZero();
        assertThat(output).contains("No claim failed", "PASS     coverage").containsPattern("20000[12] entries");
    }

    /** Written without triggers, which would take hours in one transaction. */
    private void lengthen(UUID id) throws SQLException {
        CustodyEntry last = custody.page(id, 0, 1, 1).getFirst();
        var detail = Map.of("purpose", "comparing two recordings", "subject", id.toString());
        String columns = "evidence_id, sequence, at, actor, action, detail, previous_hash, hash";
        try (Connection superuser = DriverManager.getConnection(jdbcUrl, "postgres", "postgres")) {
            superuser.createStatement().execute("set session_replication_role = replica");
            CopyIn copy = superuser
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy custody_entry (" + columns + ") from stdin");
            for (int i = 1; i < ENTRIES; i++) {
                last = last.next(last.at(), "reader", CustodyAction.CONSULTED, detail);
                byte[] row = "%s\t%d\t%s\treader\tCONSULTED\t{\"purpose\": \"%s\", \"subject\": \"%s\"}\t%s\t%s\n"
                        .formatted(
                                id,
                                last.sequence(),
                                last.at(),
                                detail.get("purpose"),
                                detail.get("subject"),
                                last.previousHash(),
                                last.hash())
                        .getBytes(UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
            superuser
                    .createStatement()
                    .execute("update custody_unanchored set sequence = %d, hash = '%s' where evidence_id = '%s'"
                            .formatted(last.sequence(), last.hash(), id));
        }
    }

    private int get(String path, Path file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + ANALYST.sign())
                .header("X-Purpose", "for the court of appeal")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode();
    }

    private static Process verifier(Path bundle) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyBundleCommand.class.getName(),
                        bundle.toString()))
                .redirectErrorStream(true)
                .start();
    }
}
