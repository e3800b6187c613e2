package ma.balagh.intake.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.seal.ConfiguredKeyWrapper;
import ma.balagh.seal.EnvelopeEncryption;
import ma.balagh.seal.KeyRotationScheduler;
import ma.balagh.seal.KeyWrapper;
import ma.balagh.seal.SealConfig;
import ma.balagh.seal.SealedData;
import ma.balagh.seal.SealedTable;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class KeyRotationSchedulerTest {

    private static final String EARLIER = "earlier-local";
    private static final String CURRENT = "suite-local";
    private static final byte[] IDENTITY = "{\"name\": \"Witness\"}".getBytes(UTF_8);

    private final Database database;
    private final KeyRotationScheduler scheduler;
    private final SealConfig config;

    KeyRotationSchedulerTest(Database database, KeyRotationScheduler scheduler, SealConfig config) {
        this.database = database;
        this.scheduler = scheduler;
        this.config = config;
    }

    @Test
    void sealsAgainWhatLiesUnderAnEarlierKeyWhileItIsRead() {
        // Given: more than one batch
        var reports = IntStream.range(0, config.batch() + 2)
                .mapToObj(i -> Filed.by(PARTNER))
                .toList();
        var earlier = new EnvelopeEncryption(new ConfiguredKeyWrapper(EARLIER, config.keys()));
        // When
        reports.forEach(report -> keep(report.id(), earlier));
        // Then
        assertRead(reports.getFirst());
        await().untilAsserted(() -> assertThat(countUnder(EARLIER)).isZero());
        assertThat(countUnder(CURRENT)).isGreaterThanOrEqualTo(reports.size());
        assertRead(reports.getLast());
        await().untilAsserted(() -> assertThat(as(OFFICER).get("/q/metrics").asString())
                .containsPattern("balagh_sealed_rows\\{.*key=\"suite-local\",table=\"reporter_identity\".*} [1-9]"));
    }

    @Test
    void missesAKeyThatRowsLieUnder() {
        // Given
        keep(Filed.by(PARTNER).id(), new EnvelopeEncryption(new ConfiguredKeyWrapper(CURRENT, config.keys())));
        var without = new ConfiguredKeyWrapper("k2", Map.of("k2", "some other secret of thirty-two signs or more"));
        var another =
                new ConfiguredKeyWrapper(CURRENT, Map.of(CURRENT, "some other secret of thirty-two signs or more"));
        // Then
        assertThatIllegalStateException()
                .isThrownBy(() -> check(without))
                .withMessageContaining("rows of reporter_identity are sealed under the key");
        assertThatIllegalStateException()
                .isThrownBy(() -> check(another))
                .withMessageContaining("suite-local is not the key");
    }

    private void check(KeyWrapper keys) {
        scheduler.requireKeys(new SealedTable("reporter_identity", "report_id"), keys);
    }

    private void keep(UUID report, EnvelopeEncryption encryption) {
        SealedData sealed = encryption.seal(IDENTITY, "reporter-identity " + report);
        database.execute(
                "insert into reporter_identity (report_id, key_id, wrapped_key, ciphertext) values (?, ?, ?, ?)",
                report,
                sealed.keyId(),
                sealed.wrappedKey(),
                sealed.ciphertext());
    }

    private long countUnder(String key) {
        return database.one(Long.class, "select count(*) from reporter_identity where key_id = ?", key);
    }

    private static void assertRead(Filed report) {
        as(OFFICER)
                .header("X-Purpose", "calling the witness back")
                .get("/api/v1/reports/" + report.id() + "/reporter")
                .then()
                .statusCode(200)
                .body("name", equalTo("Witness"));
    }
}
