package ma.balagh.intake.proof;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.anchor.Anchor;
import ma.balagh.intake.anchor.AnchorConfig;
import ma.balagh.intake.anchor.AnchorStore;
import ma.balagh.intake.anchor.Anchoring;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyLog;
import ma.balagh.intake.evidence.EvidenceConfig;
import ma.balagh.intake.proof.CustodyProof.Finding;
import ma.balagh.intake.proof.Faults.Fault;
import ma.balagh.intake.proof.Faults.Part;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault, made by somebody who may do everything, is found. */
@QuarkusTest
@TestProfile(CustodyProofTest.OfItsOwn.class)
final class CustodyProofTest {

    /** A database that no other test has tampered with. */
    public static final class OfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("balagh.evidence.directory", "target/evidence-proof/${quarkus.uuid}");
        }
    }

    private final CustodyProof proof;
    private final Anchoring anchoring;
    private final AnchorStore anchors;
    private final CustodyLog custody;
    private final Jdbi jdbi;
    private final EvidenceConfig evidenceConfig;
    private final AnchorConfig anchorConfig;
    private final String jdbcUrl;

    private final byte[] clip = Clips.mp4(System.nanoTime(), 40_000);
    private final String sha256 = Clips.sha256(clip);

    @SuppressWarnings("NullAway.Init") // before each
    private Filed filed;

    @SuppressWarnings("NullAway.Init") // before each
    private UUID id;

    CustodyProofTest(
            CustodyProof proof,
            Anchoring anchoring,
            AnchorStore anchors,
            CustodyLog custody,
            Jdbi jdbi,
            EvidenceConfig evidenceConfig,
            AnchorConfig anchorConfig,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl) {
        this.proof = proof;
        this.anchoring = anchoring;
        this.anchors = anchors;
        this.custody = custody;
        this.jdbi = jdbi;
        this.evidenceConfig = evidenceConfig;
        this.anchorConfig = anchorConfig;
        this.jdbcUrl = jdbcUrl;
    }

    /** Evidence whose two entries are anchored, each by an anchor of its own. */
    @BeforeEach
    void secure() {
        filed = Filed.by(OFFICER);
        id = filed.medium(OFFICER, clip);
        anchoring.now();
        look().statusCode(200);
        anchoring.now();
    }

    @Test
    void provesWhatIsAsItWas() throws Exception {
        // Given
        UUID erased = filed.medium(OFFICER, Clips.mp4());
        erase(erased);
        // When
        Finding finding = proof.prove();
        // Then
        assertThat(finding.faults().named()).isEmpty();
        assertThat(finding.holds()).isTrue();
        Counts counts = finding.counts();
        assertThat(counts.reports()).isEqualTo(count("report"));
        assertThat(counts.evidence()).isEqualTo(count("evidence"));
        assertThat(counts.erased())
                .isEqualTo(count("evidence where erased_at is not null"))
                .isPositive();
        assertThat(counts.remaining()).isZero();
        assertThat(counts.entries()).isEqualTo(count("custody_entry"));
        assertThat(counts.leaves()).isEqualTo(count("custody_leaf")).isGreaterThan(1);
        assertThat(counts.anchors()).isEqualTo(count("custody_anchor")).isGreaterThan(1);
        assertThat(finding.read()).isEqualTo(counts.bytes()).isGreaterThanOrEqualTo(clip.length);
        assertThat(ProofTable.of(finding))
                .allSatisfy(line -> assertThat(line).startsWith("proof | "))
                .last()
                .isEqualTo("proof | CUSTODY PROVED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "update custody_entry set actor = 'nobody' where evidence_id = 'ID' and sequence = 1 | CUSTODY | entry 1: the entry was changed",
                "update custody_entry set detail = '{\"a\": {\"b\": 1}}' where evidence_id = 'ID' and sequence = 1 | CUSTODY | entry 1: the entry is none",
                "update custody_entry set previous_hash = repeat('a', 64) where evidence_id = 'ID' and sequence = 2 | CUSTODY | entry 2: the entry does not follow",
                "delete from custody_entry where evidence_id = 'ID' and sequence = 1 | CUSTODY | entry 1: the entry is missing",
                "delete from custody_entry where evidence_id = 'ID' | CUSTODY | it has no custody entry at all",
                "delete from evidence where id = 'ID' | CUSTODY | its custody entries belong to no evidence",
                "update evidence set sha256 = repeat('a', 64) where id = 'ID' | CUSTODY | entry 1, SECURED, says sha256",
                "update evidence set size = size + 1 where id = 'ID' | CUSTODY | entry 1, SECURED, says size 40000",
                "update evidence set erased_at = now(), erased_as = 'X' where id = 'ID' | CUSTODY | it is erased, and custody has no RETENTION",
                "update evidence set sha256 = repeat('b', 64) where id = 'ID' | BYTES | they are missing",
                "update evidence set erased_at = now(), erased_as = 'X', bytes_gone_at = now() where id = 'ID' | BYTES | they are still in the store"
            })
    void findsWhatWasDoneToOneEvidence(String sql, Part part, String why) throws Exception {
        // When
        Finding finding = afterwards(sql.replace("ID", id.toString()));
        // Then
        assertThat(finding.holds()).isFalse();
        assertThat(named(finding, part, id)).singleElement().asString().contains(why);
    }

    @Test
    void findsThatAnErasureWasUndone() throws Exception {
        // Given
        erase(id);
        // When
        Finding finding = afterwards(
                "update evidence set erased_at = null, erased_as = null, bytes_gone_at = null, bytes_asked_at = null"
                        + " where id = '" + id + "'");
        // Then
        assertThat(named(finding, Part.CUSTODY, id)).singleElement().asString().contains("says that it was erased");
        assertThat(named(finding, Part.BYTES, id)).singleElement().asString().contains("they are missing");
    }

    @Test
    void findsThatTheEndOfAChainWasCutOff() throws Exception {
        // When
        Finding finding = afterwards("delete from custody_entry where evidence_id = '" + id + "' and sequence = 2");
        // Then
        assertThat(finding.faults().named())
                .singleElement()
                .isEqualTo(new Fault(
                        Part.JOURNAL,
                        Long.toString(count("custody_leaf") - 1),
                        "custody has no entry 2 of evidence " + id + ", which was anchored"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update custody_leaf set hash = repeat('a', 64) where position = 0 | JOURNAL | 0 | has another hash than the one that was anchored",
                "update custody_leaf set hash = repeat('a', 64) where position = 0 | ANCHOR | 1 | the journal's root at its",
                "delete from custody_leaf where position = 0 | JOURNAL | 0 | the leaf is missing",
                "delete from custody_leaf where position > 0 | ANCHOR | 2 | of which the journal has 1",
                "update custody_anchor set at = at - interval '1 day' where number = 2 | ANCHOR | 2 | its signature is not one",
                "update custody_anchor set signature = 'x' where number = 2 | ANCHOR | 2 | its signature is not one",
                "update custody_anchor set root = repeat('a', 64) where number = 2 | ANCHOR | 2 | the journal's root at its 2 leaves",
                "update custody_anchor set root = repeat('a', 64) where number = 1 | ANCHOR | 2 | it does not follow from the one before",
                "update custody_anchor set size = 0 where number = 2 | ANCHOR | 2 | it covers 0 leaves, fewer than the one before",
                "update custody_anchor set hash = repeat('a', 64) where number = 2 | ANCHOR | 2 | its hash is not the one",
                "update custody_anchor set signature = 'x' where number = 2 | ANCHOR | 2 | 000000000002.json has other bytes",
                "delete from custody_anchor where number = 1 | ANCHOR | 1 | it is missing",
                "delete from custody_key | ANCHOR | 1 | the key that it, and maybe others, name is not known",
                "update custody_time_stamp set response = 'x' where anchor_number = 2 | ANCHOR | 2 | 000000000002.tsr has other bytes",
                "delete from custody_time_stamp where anchor_number = 2 | ANCHOR | 2 | it has no time stamp"
            })
    void findsWhatWasDoneToAnchorsAndTheirJournal(String sql, Part part, long number, String why) throws Exception {
        // When
        Finding finding = afterwards(sql);
        // Then
        assertThat(named(finding, part, number)).anyMatch(fault -> fault.why().contains(why));
    }

    @Test
    void findsThatTheDatabaseIsOlderThanItsAnchors() throws Exception {
        // Given
        long newest = count("custody_anchor");
        // When
        Finding finding = afterwards(
                "delete from custody_anchor where number = " + newest,
                "delete from custody_time_stamp where anchor_number = " + newest,
                "delete from custody_leaf where position = " + (count("custody_leaf") - 1),
                "delete from custody_entry where evidence_id = '" + id + "' and sequence = 2");
        // Then
        assertThat(finding.faults().named())
                .singleElement()
                .asString()
                .isEqualTo(
                        "anchor %d: it is kept outside, and the database's newest is %d: the database is older than what was anchored"
                                .formatted(newest, newest - 1));
    }

    @Test
    void findsLeavesThatNoAnchorCovers() throws Exception {
        // When
        Finding finding = afterwards("delete from custody_anchor where number = " + count("custody_anchor"));
        // Then
        assertThat(named(finding, Part.JOURNAL, count("custody_leaf") - 1))
                .singleElement()
                .asString()
                .contains("no anchor covers this leaf");
    }

    @Test
    void findsAnchorsThatAreNotKeptOutsideAsTheyAre() throws Exception {
        // Given
        Path file = anchorConfig.anchorDirectory().resolve(Anchor.name(1) + ".json");
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        // Then
        assertThat(named(proof.prove(), Part.ANCHOR, 1L))
                .singleElement()
                .asString()
                .contains("is missing");
        assertThat(named(afterwards("insert into custody_anchor_work values (1)"), Part.ANCHOR, 1L))
                .isEmpty();
        // When
        Files.writeString(file, "{}");
        // Then
        assertThat(named(proof.prove(), Part.ANCHOR, 1L))
                .singleElement()
                .asString()
                .contains("has other bytes");
        assertThat(named(afterwards("insert into custody_anchor_work values (1)"), Part.ANCHOR, 1L))
                .hasSize(1);
        // When
        Files.write(file, content);
        // Then
        assertThat(proof.prove().faults().named()).isEmpty();
        assertThat(anchors.newest()).hasValue(count("custody_anchor"));
    }

    @Test
    void findsOtherBytesAndTellsWhichOfThemCustodyKnowsOf() throws Exception {
        // Given
        byte[] other = clip.clone();
        other[30_000] ^= 1;
        overwrite(other);
        // Then
        assertThat(named(proof.prove(), Part.BYTES, id))
                .singleElement()
                .asString()
                .isEqualTo("bytes " + id + ": they have another SHA-256 than those that were secured");
        assertThat(custody.of(id)).hasSize(2);
        // When
        look().statusCode(500);
        // Then
        assertThat(named(proof.prove(), Part.BYTES, id))
                .singleElement()
                .asString()
                .contains("known damage, custody says so: they have another SHA-256");
        // When
        filed.medium(OFFICER, clip);
        // Then
        assertThat(proof.prove().faults().named()).isEmpty();
    }

    @Test
    void findsBytesThatDidNotGoAndWaitsForThoseThatStillHaveTo() throws Exception {
        // Given
        erase(id);
        overwrite(clip);
        // Then
        assertThat(named(proof.prove(), Part.BYTES, id))
                .singleElement()
                .asString()
                .contains("still in the store");
        // When
        Finding finding = afterwards("update evidence set bytes_gone_at = null where id = '" + id + "'");
        // Then
        assertThat(finding.faults().named()).isEmpty();
        assertThat(finding.counts().remaining()).isEqualTo(1);
        Files.delete(file());
    }

    @Test
    void readsChainsThatAreLongAndNamesNoMoreThanAHundredFaults() throws Exception {
        // Given
        QuarkusTransaction.requiringNew().timeout(120).run(() -> {
            for (int i = 0; i < 5_100; i++) {
                custody.append(id, "court", CustodyAction.DISCLOSED, Map.of("recipient", "court " + i));
            }
        });
        assertThat(proof.prove().faults().named()).isEmpty();
        // When
        Finding finding = afterwards(
                "insert into evidence select gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 1, 'video/mp4', now(), now()"
                        + " from generate_series(1, 2100) as n",
                "update custody_entry set actor = 'nobody' where evidence_id = '" + id + "' and sequence = 5050");
        // Then
        assertThat(finding.faults().count(Part.CUSTODY)).isEqualTo(2101);
        assertThat(finding.faults().count(Part.BYTES)).isEqualTo(2100);
        assertThat(finding.faults().named()).hasSize(Faults.NAMED);
        assertThat(ProofTable.of(finding))
                .contains("proof | FAULT and 4101 more")
                .last()
                .isEqualTo("proof | CUSTODY NOT PROVED, faults: 4201");
    }

    @Test
    void doesNotTakeAStoreThatIsAwayForLoss() throws Exception {
        // Given
        for (int i = 0; i < 12; i++) {
            filed.medium(OFFICER, Clips.mp4());
        }
        Path directory = evidenceConfig.directory();
        Path away = directory.resolveSibling(directory.getFileName() + "-away");
        Files.move(directory, away);
        // When
        Finding finding = proof.prove();
        // Then
        Files.move(away, directory);
        assertThat(finding.holds()).isFalse();
        assertThat(finding.faults().named())
                .anyMatch(fault -> fault.why().equals("nothing after it was looked at"))
                .noneMatch(fault -> fault.why().contains("missing"))
                .anyMatch(fault -> fault.why().contains("they cannot be read"));
    }

    private Finding afterwards(String... tampering) throws Exception {
        try (var superuser = new Tampering(jdbcUrl)) {
            for (String sql : tampering) {
                superuser.with(sql);
            }
            return proof.prove();
        } catch (SQLException e) {
            throw new AssertionError("nothing was tampered with", e);
        }
    }

    private static List<Fault> named(Finding finding, Part part, Object id) {
        return finding.faults().named().stream()
                .filter(fault -> fault.part() == part && fault.id().equals(id.toString()))
                .toList();
    }

    private void erase(UUID evidence) {
        jdbi.useHandle(handle -> handle.execute(
                "update report set status = 'ANSWERED', answer_kind = 'PRESUMED_OFFENCE',"
                        + " answered_at = now() - interval '11 years' where id = ?",
                filed.id()));
        jdbi.useHandle(handle ->
                handle.execute("update evidence set secured_at = now() - interval '12 years' where id = ?", evidence));
        as(COMMANDER).post("/api/v1/retention/runs").then().statusCode(201);
        assertThat(count("evidence where bytes_gone_at is not null and id = '" + evidence + "'"))
                .isEqualTo(1);
    }

    private Path file() {
        return evidenceConfig
                .directory()
                .resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private void overwrite(byte[] bytes) throws IOException {
        Files.deleteIfExists(file());
        Files.write(file(), bytes);
    }

    private ValidatableResponse look() {
        return as(ANALYST)
                .header("X-Purpose", "comparing two recordings")
                .get("/api/v1/evidence/" + id + "/content")
                .then();
    }

    private long count(String what) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + what)
                .mapTo(Long.class)
                .one());
    }
}
