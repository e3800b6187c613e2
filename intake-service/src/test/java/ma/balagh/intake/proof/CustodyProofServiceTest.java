package ma.balagh.intake.proof;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.proof.ProofCases.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.intake.custody.CustodyAction;
import ma.balagh.intake.custody.CustodyService;
import ma.balagh.intake.proof.CustodyProofService.Finding;
import ma.balagh.intake.proof.ProofCases.Case;
import ma.balagh.intake.proof.ProofFaultRecorder.Fault;
import ma.balagh.intake.proof.ProofFaultRecorder.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was done in the database, by somebody who may do everything, is found. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
final class CustodyProofServiceTest {

    private final ProofCases cases;
    private final CustodyService custody;

    @SuppressWarnings("NullAway.Init") // before each
    private Case secured;

    CustodyProofServiceTest(ProofCases cases, CustodyService custody) {
        this.cases = cases;
        this.custody = custody;
    }

    @BeforeEach
    void secure() {
        secured = cases.secured();
    }

    @Test
    void provesWhatIsAsItWas() throws Exception {
        // Given
        UUID erased = secured.filed().medium(OFFICER, Clips.mp4());
        cases.erase(secured, erased);
        // When
        Finding finding = cases.prove();
        // Then
        assertThat(finding.faults().named()).isEmpty();
        assertThat(finding.holds()).isTrue();
        CustodyCounts counts = finding.counts();
        assertThat(counts.reports()).isEqualTo(cases.count("report"));
        assertThat(counts.evidence()).isEqualTo(cases.count("evidence"));
        assertThat(counts.erased())
                .isEqualTo(cases.count("evidence where erased_at is not null"))
                .isPositive();
        assertThat(counts.remaining()).isZero();
        assertThat(counts.entries()).isEqualTo(cases.count("custody_entry"));
        assertThat(counts.leaves()).isEqualTo(cases.count("custody_leaf")).isGreaterThan(1);
        assertThat(counts.anchors()).isEqualTo(cases.count("custody_anchor")).isGreaterThan(1);
        assertThat(finding.read()).isEqualTo(counts.bytes()).isGreaterThanOrEqualTo(secured.clip().length);
        assertThat(ProofTableWriter.of(finding))
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
                "update evidence set digest = repeat('a', 64) where id = 'ID' | CUSTODY | entry 1, SECURED, says sha256",
                "update evidence set size = size + 1 where id = 'ID' | CUSTODY | entry 1, SECURED, says size 40000",
                "update evidence set erased_at = now(), erased_as = 'X' where id = 'ID' | CUSTODY | it is erased, and custody has no RETENTION",
                "update evidence set digest = repeat('b', 64) where id = 'ID' | BYTES | they are missing",
                "update evidence set erased_at = now(), erased_as = 'X', bytes_gone_at = now() where id = 'ID' | BYTES | they are still in the store"
            })
    void findsWhatWasDoneToOneEvidence(String sql, Part part, String why) throws Exception {
        // When
        Finding finding = cases.afterwards(sql.replace("ID", secured.id().toString()));
        // Then
        assertThat(finding.holds()).isFalse();
        assertThat(named(finding, part, secured.id()))
                .singleElement()
                .asString()
                .contains(why);
    }

    @Test
    void findsThatAnErasureWasUndone() throws Exception {
        // Given
        cases.erase(secured, secured.id());
        // When
        Finding finding = cases.afterwards(
                "update evidence set erased_at = null, erased_as = null, bytes_gone_at = null, bytes_asked_at = null"
                        + " where id = '" + secured.id() + "'");
        // Then
        assertThat(named(finding, Part.CUSTODY, secured.id()))
                .singleElement()
                .asString()
                .contains("says that it was erased");
        assertThat(named(finding, Part.BYTES, secured.id()))
                .singleElement()
                .asString()
                .contains("they are missing");
    }

    @Test
    void findsThatTheEndOfAChainWasCutOff() throws Exception {
        // When
        Finding finding = cases.afterwards(
                "delete from custody_entry where evidence_id = '" + secured.id() + "' and sequence = 2");
        // Then
        assertThat(finding.faults().named())
                .singleElement()
                .isEqualTo(new Fault(
                        Part.JOURNAL,
                        Long.toString(cases.count("custody_leaf") - 1),
                        "custody has no entry 2 of evidence " + secured.id() + ", which was anchored"));
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
        Finding finding = cases.afterwards(sql);
        // Then
        assertThat(named(finding, part, number)).anyMatch(fault -> fault.why().contains(why));
    }

    @Test
    void findsThatTheDatabaseIsOlderThanItsAnchors() throws Exception {
        // Given
        long newest = cases.count("custody_anchor");
        // When
        Finding finding = cases.afterwards(
                "delete from custody_anchor where number = " + newest,
                "delete from custody_time_stamp where anchor_number = " + newest,
                "delete from custody_leaf where position = " + (cases.count("custody_leaf") - 1),
                "delete from custody_entry where evidence_id = '" + secured.id() + "' and sequence = 2");
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
        Finding finding =
                cases.afterwards("delete from custody_anchor where number = " + cases.count("custody_anchor"));
        // Then
        assertThat(named(finding, Part.JOURNAL, cases.count("custody_leaf") - 1))
                .singleElement()
                .asString()
                .contains("no anchor covers this leaf");
    }

    @Test
    void readsChainsThatAreLongAndNamesNoMoreThanAHundredFaults() throws Exception {
        // Given
        QuarkusTransaction.requiringNew().timeout(120).run(() -> {
            for (int i = 0; i < 5_100; i++) {
                custody.append(secured.id(), "court", CustodyAction.DISCLOSED, Map.of("recipient", "court " + i));
            }
        });
        assertThat(cases.prove().faults().named()).isEmpty();
        // When
        Finding finding = cases.afterwards(
                "insert into evidence select gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 1, 'video/mp4', now(), now()"
                        + " from generate_series(1, 2100) as n",
                "update custody_entry set actor = 'nobody' where evidence_id = '" + secured.id()
                        + "' and sequence = 5050");
        // Then
        assertThat(finding.faults().count(Part.CUSTODY)).isEqualTo(2101);
        assertThat(finding.faults().count(Part.BYTES)).isEqualTo(2100);
        assertThat(finding.faults().named()).hasSize(ProofFaultRecorder.NAMED);
        assertThat(ProofTableWriter.of(finding))
                .contains("proof | FAULT and 4101 more")
                .last()
                .isEqualTo("proof | CUSTODY NOT PROVED, faults: 4201");
    }
}
