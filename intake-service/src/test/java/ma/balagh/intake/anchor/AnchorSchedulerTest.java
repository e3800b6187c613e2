package ma.balagh.intake.anchor;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.verifier.BundleClaim;
import ma.balagh.verifier.BundleVerifier;
import ma.balagh.verifier.CheckOutcome;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.TrustAnchors;
import ma.balagh.verifier.VerificationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
final class AnchorSchedulerTest {

    private static final String ANCHORS = "/api/v1/custody/anchors";

    private final AnchorScheduler anchoring;
    private final AnchorService ledger;
    private final AnchorStore store;
    private final AnchorConfig config;
    private final JournalService journalService;
    private final AgencySigner signer;
    private final AnchorRepository repository;
    private final AgencySigningKeyRepository keys;
    private final Database database;
    private final MeterRegistry meters;

    AnchorSchedulerTest(
            AnchorScheduler anchoring,
            AnchorService ledger,
            AnchorStore store,
            AnchorConfig config,
            JournalService journalService,
            AgencySigner signer,
            AnchorRepository repository,
            AgencySigningKeyRepository keys,
            Database database,
            MeterRegistry meters) {
        this.anchoring = anchoring;
        this.ledger = ledger;
        this.store = store;
        this.config = config;
        this.journalService = journalService;
        this.signer = signer;
        this.repository = repository;
        this.keys = keys;
        this.database = database;
        this.meters = meters;
    }

    @Test
    void anchorsForAnAuditorAndListsWhatThereIs() throws IOException {
        // Given
        Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        String key = UUID.randomUUID().toString();
        // When
        var made = as(AUDITOR).header("Idempotency-Key", key).post(ANCHORS);
        // Then
        made.then().statusCode(201).body("stampedAt", notNullValue()).body("hash", matchesRegex("[0-9a-f]{64}"));
        long number = made.jsonPath().getLong("number");
        assertThat(as(AUDITOR).header("Idempotency-Key", key).post(ANCHORS).asString())
                .isEqualTo(made.asString());
        as(AUDITOR)
                .queryParam("limit", 1)
                .get(ANCHORS)
                .then()
                .statusCode(200)
                .body("items[0].hash", equalTo(made.jsonPath().getString("hash")))
                .body("items[0].keyId", equalTo(signer.keyId()));
        Path file = config.anchorDirectory().resolve(Anchor.name(number) + ".json");
        assertThat(Clips.sha256(Files.readAllBytes(file)))
                .isEqualTo(made.jsonPath().getString("hash"));
        assertThat(config.anchorDirectory().resolve(Anchor.name(number) + ".tsr"))
                .exists();
    }

    @Test
    void isForAuditorsAlone() {
        as(ANALYST).get(ANCHORS).then().statusCode(403);
        as(ANALYST).post(ANCHORS).then().statusCode(403);
        RestAssured.post(ANCHORS).then().statusCode(401);
        as(AUDITOR).queryParam("cursor", "eA").get(ANCHORS).then().statusCode(400);
    }

    @Test
    void makesOneChainOfManyReplicasWhileOthersWrite() throws Exception {
        // Given
        Filed filed = Filed.by(OFFICER);
        long before = ledger.make().anchor().number();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            work.add(() -> {
                ledger.make();
                return null;
            });
            work.add(() -> {
                filed.medium(OFFICER, Clips.mp4());
                return null;
            });
        }
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(work)) {
                each.get();
            }
        }
        ledger.make();
        // Then
        List<Anchor> anchors = ledger.before(Long.MAX_VALUE, 8).stream()
                .map(AnchorRepository.Stamped::anchor)
                .toList();
        assertThat(anchors.getLast().number()).isEqualTo(before);
        for (int i = 0; i < anchors.size() - 1; i++) {
            assertThat(anchors.get(i).number()).isEqualTo(anchors.get(i + 1).number() + 1);
            assertThat(anchors.get(i).previousHash())
                    .isEqualTo(anchors.get(i + 1).hash());
        }
        assertThat(count("custody_unanchored")).isZero();
        assertThat(journalService.size()).isEqualTo(anchors.getFirst().size()).isEqualTo(count("custody_leaf"));
    }

    @Test
    void anchorsNothingAtIntervalsWhenNothingMoved() {
        // Given
        anchoring.atIntervals();
        long before = count("custody_anchor");
        // When
        anchoring.atIntervals();
        // Then
        assertThat(count("custody_anchor")).isEqualTo(before);
    }

    @Test
    void stampsLaterWhatTheAuthorityDidNotStampAtOnce(@TempDir Path directory) {
        // Given
        anchoring.now();
        var away = new TimeStampService(new Settings(directory, "", "http://127.0.0.1:1/"), Clock.systemUTC());
        var completion = new AnchorCompletionService(repository, store, signer, away, meters);
        long number = ledger.make().anchor().number();
        // When
        var step = QuarkusTransaction.requiringNew().call(() -> completion.next(0, true));
        // Then
        assertThat(step).contains(new AnchorCompletionService.Step(number, false));
        assertThat(ledger.stampedAt(number)).isEmpty();
        assertThat(config.anchorDirectory().resolve(Anchor.name(number) + ".json"))
                .exists();
        RestAssured.get("/q/metrics").then().body(containsString("balagh_custody_tsa_failures_total 1.0"));
        // When
        anchoring.atIntervals();
        // Then
        assertThat(ledger.stampedAt(number)).isPresent();
        assertThat(count("custody_anchor_work")).isZero();
    }

    @Test
    void keepsWhatAnEarlierKeySignedVerifiable(@TempDir Path directory) throws Exception {
        // Given
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4(1, 3_000));
        String earlier = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        var earlierSigner = new AgencySigner(new Settings(directory, earlier, "local"), keys, Clock.systemUTC());
        var earlierLedger = new AnchorService(repository, journalService, earlierSigner, Clock.systemUTC());
        QuarkusTransaction.requiringNew().run(earlierLedger::make);
        // When
        byte[] bundle = as(ANALYST)
                .header("X-Purpose", "for the court of appeal")
                .get("/api/v1/evidence/" + evidence + "/bundle")
                .asByteArray();
        // Then
        VerificationReport both = verify(bundle, Set.of(signer.keyId(), earlierSigner.keyId()));
        assertThat(both.isAccepted()).isTrue();
        assertThat(both.outcome(BundleClaim.ANCHOR_SIGNER)).isEqualTo(CheckOutcome.PASS);
        VerificationReport newOne = verify(bundle, Set.of(signer.keyId()));
        assertThat(newOne.outcome(BundleClaim.ANCHOR_SIGNER)).isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(newOne.outcome(BundleClaim.MANIFEST_SIGNER)).isEqualTo(CheckOutcome.PASS);
    }

    @Test
    void replacesNoFileOutsideTheDatabase() throws IOException {
        // Given
        String name = UUID.randomUUID() + ".json";
        store.keep(name, new byte[] {1});
        // When
        store.keep(name, new byte[] {1});
        // Then
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> store.keep(name, new byte[] {2}));
    }

    @Test
    void refusesEveryChangeOfWhatWasAnchored() {
        anchoring.now();
        for (String change : List.of(
                "update custody_anchor set size = 0",
                "delete from custody_leaf",
                "update custody_node set level = 0",
                "truncate custody_time_stamp",
                "delete from custody_key")) {
            assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("append-only");
        }
    }

    private static VerificationReport verify(byte[] bundle, Set<String> keys) throws IOException {
        return new BundleVerifier(new TrustAnchors(keys, List.of()), new SignatureVerifier())
                .verify(new ByteArrayInputStream(bundle));
    }

    private long count(String table) {
        return database.one(Long.class, "select count(*) from " + table);
    }
}
