package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.evidence.OldCases.content;
import static ma.balagh.intake.evidence.OldCases.custody;
import static ma.balagh.intake.evidence.OldCases.describe;
import static ma.balagh.intake.evidence.OldCases.due;
import static ma.balagh.intake.evidence.OldCases.hold;
import static ma.balagh.intake.evidence.OldCases.lift;
import static ma.balagh.intake.evidence.OldCases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.report.ReportAudience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of erased evidence: gone after the commit, whatever happens in between. */
@QuarkusTest
final class EvidenceBytesEraserTest {

    private final OldCases cases;
    private final EvidenceRepository repository;
    private final EvidenceStore store;
    private final EvidenceBytesEraser bytes;
    private final DamageHandler damageHandler;
    private final EvidenceConfig config;
    private final StagingDirectory staging;
    private final byte[] clip = Clips.mp4(System.nanoTime(), 40_000);
    private final Sha256Digest digest = new Sha256Digest(Clips.sha256(clip));

    EvidenceBytesEraserTest(
            OldCases cases,
            EvidenceRepository repository,
            DirectoryStore store,
            EvidenceBytesEraser bytes,
            DamageHandler damageHandler,
            EvidenceConfig config,
            StagingDirectory staging) {
        this.cases = cases;
        this.repository = repository;
        this.store = store;
        this.bytes = bytes;
        this.damageHandler = damageHandler;
        this.config = config;
        this.staging = staging;
    }

    @Test
    void takesTheBytesThatAKilledRunLeft() {
        // Given: killed between the commit and the bytes
        UUID id = cases.closed(clip, "11 years");
        useStore(killed());
        startRun(id);
        assertThat(file()).exists();
        describe(id).body("bytesRemain", equalTo(true));
        due("CLOSED_CASE_EVIDENCE").body("items.id", hasItem(id.toString()));
        useStore(store);
        // When
        bytes.sweep();
        // Then
        assertThat(file()).doesNotExist();
        describe(id).body("bytesRemain", equalTo(false));
        custody(id).body("items.action", equalTo(List.of("SECURED", "RETENTION")));
    }

    @Test
    void keepsTheBytesThatAHoldIsPutOnBeforeTheyAreGone() {
        // Given
        UUID id = cases.closed(clip, "11 years");
        useStore(killed());
        startRun(id);
        String hold = hold("EVIDENCE", id);
        useStore(store);
        // When
        bytes.sweep();
        // Then
        assertThat(file()).exists();
        // When
        lift(hold);
        bytes.sweep();
        // Then
        assertThat(file()).doesNotExist();
    }

    @Test
    void showsWhatTheStoreRefusesToLetGoUntilItDoes() {
        // Given
        UUID id = cases.closed(clip, "11 years");
        useStore(new ActingStore(store, kept -> {}, digest -> new EvidenceStore.Erasure.Refused("locked")));
        // When
        run(COMMANDER);
        // Then
        as(COMMANDER)
                .get("/api/v1/retention/plan")
                .then()
                .body("kinds.CLOSED_CASE_EVIDENCE.remaining", greaterThanOrEqualTo(1));
        due("CLOSED_CASE_EVIDENCE")
                .body("items.find { it.id == '" + id + "' }.erasedAt", notNullValue())
                .body("items.find { it.id == '" + id + "' }.refusal", equalTo("locked"));
        // When: it may be asked again, and lets go
        useStore(store);
        bytes.sweep();
        assertThat(file()).exists();
        cases.dayLater(id);
        bytes.sweep();
        // Then
        assertThat(file()).doesNotExist();
        due("CLOSED_CASE_EVIDENCE").body("items.id", not(hasItem(id.toString())));
    }

    @Test
    void letsTheObjectOfABucketGo() {
        // Given
        TestObjectStore server = TestObjectStore.shared();
        BucketStore bucket = TestObjectStore.store(config, staging, server.settings(Map.of()), Clock.systemUTC());
        useStore(bucket);
        UUID id = cases.closed(clip, "11 years");
        assertThat(server.versions(TestObjectStore.BUCKET, digest)).isEqualTo(1);
        // When
        run(COMMANDER);
        // Then
        assertThat(server.versions(TestObjectStore.BUCKET, digest)).isZero();
        content(id).statusCode(410);
        // When
        Filed.by(OFFICER).medium(OFFICER, clip);
        // Then
        assertThat(content(id).statusCode(200).extract().asByteArray()).isEqualTo(clip);
    }

    @Test
    void takesBytesAwayThatCameAgainAndNeverBecameEvidence() throws Exception {
        // Given: killed after the store took them in
        UUID id = cases.closed(clip, "11 years");
        run(COMMANDER);
        Path arrived = Files.write(store.newFile(), clip);
        try (var received = new StagedMedium(
                arrived, digest, clip.length, ContainerFormat.of(clip).orElseThrow(), Instant.now())) {
            damageHandler.repair(received, new Submitter("intake", ReportAudience.ALL));
            store.keep(received);
        }
        // When: who goes on with them finds them for a day
        bytes.sweep();
        assertThat(file()).exists();
        describe(id).body("bytesRemain", equalTo(true));
        cases.dayLater(id);
        bytes.sweep();
        // Then
        assertThat(file()).doesNotExist();
    }

    @Test
    void callsNoBytesDamagedThatWereErased() {
        // Given: somebody who looked it up before
        UUID id = cases.closed(clip, "11 years");
        Evidence before = repository.find(id).orElseThrow();
        run(COMMANDER);
        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> damageHandler.requireIntact(before))
                .matches(problem -> problem.type() == IntakeProblem.EVIDENCE_ERASED);
        damageHandler.record(before, EvidenceStore.Standing.MISSING);
        as(AUDITOR).post("/api/v1/custody/anchors").then().statusCode(201);
        custody(id).body("intact", equalTo(true)).body("items.action", equalTo(List.of("SECURED", "RETENTION")));
    }

    /** The first time that the store is asked to keep them, nobody holds the row; the second time, whoever secures does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void neverLosesBytesThatArriveWhileTheyAreErased(int moment) {
        // Given
        UUID id = cases.closed(clip, "11 years");
        var keeping = new AtomicInteger();
        useStore(new ActingStore(
                store,
                kept -> {
                    if (keeping.incrementAndGet() == moment) {
                        run(COMMANDER);
                    }
                },
                store::erase));
        // When
        Filed.by(OFFICER).medium(OFFICER, clip);
        // Then
        assertThat(keeping).hasValue(2);
        assertThat(content(id).statusCode(200).extract().asByteArray()).isEqualTo(clip);
        custody(id)
                .body("intact", equalTo(true))
                .body(
                        "items.action",
                        equalTo(
                                moment == 1
                                        ? List.of("SECURED", "RETENTION", "SECURED", "CONSULTED")
                                        : List.of("SECURED", "SIGHTED", "CONSULTED")));
    }

    /**
     * Waits until the evidence is erased, by its row: its content, read too early, would be an entry of its custody
     * chain. The run goes on: it fails at the bytes, again and again.
     */
    private void startRun(UUID id) {
        Thread.startVirtualThread(() -> as(COMMANDER).post("/api/v1/retention/runs"));
        await().until(() -> cases.erased(id));
        content(id).statusCode(410);
    }

    /** A store at which the process dies before the bytes go. */
    private EvidenceStore killed() {
        return new ActingStore(store, kept -> {}, digest -> {
            throw new IllegalStateException("killed");
        });
    }

    private void useStore(EvidenceStore used) {
        QuarkusMock.installMockForType(used, EvidenceStore.class);
    }

    private Path file() {
        return config.directory().resolve(digest.path());
    }
}
