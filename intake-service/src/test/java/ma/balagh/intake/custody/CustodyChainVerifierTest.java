package ma.balagh.intake.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class CustodyChainVerifierTest {

    private static final UUID EVIDENCE = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.600Z");

    @Test
    void writesTheCanonicalFormThatTheDocumentDescribes() {
        // When
        var entry = CustodyEntry.first(
                EVIDENCE, AT, "analyst", CustodyAction.CONSULTED, Map.of("purpose", "مقارنة \"A\"\n\u0001"));
        // Then
        assertThat(entry.canonicalForm())
                .isEqualTo("{\"action\":\"CONSULTED\",\"actor\":\"analyst\",\"at\":\"2026-01-02T03:04:05.600Z\","
                        + "\"detail\":{\"purpose\":\"مقارنة \\\"A\\\"\\n\\u0001\"},"
                        + "\"evidenceId\":\"019ab000-0000-7000-8000-000000000001\",\"format\":\"balagh-custody/1\","
                        + "\"previousHash\":\"" + "0".repeat(64) + "\",\"sequence\":1}");
        assertThat(entry.hash()).isEqualTo(entry.computedHash()).matches("[0-9a-f]{64}");
    }

    @Property(tries = 50)
    void holdsAsItWasWritten(@ForAll("details") @Size(min = 1, max = 20) List<Map<String, String>> details) {
        assertThat(CustodyChainVerifier.verify(chain(details))).isEqualTo(new CustodyChainVerifier.Result.Intact());
    }

    @Property(tries = 50)
    void breaksAtTheEntryThatWasChanged(
            @ForAll("details") @Size(min = 1, max = 20) List<Map<String, String>> details, @ForAll int any) {
        // Given
        List<CustodyEntry> chain = chain(details);
        int changed = Math.floorMod(any, chain.size());
        CustodyEntry entry = chain.get(changed);
        // When
        chain.set(
                changed,
                new CustodyEntry(
                        EVIDENCE,
                        entry.sequence(),
                        entry.at(),
                        entry.actor() + "x",
                        entry.action(),
                        entry.detail(),
                        entry.previousHash(),
                        entry.hash()));
        // Then
        assertThat(CustodyChainVerifier.verify(chain))
                .isInstanceOfSatisfying(
                        CustodyChainVerifier.Result.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(changed + 1));
    }

    @Property(tries = 50)
    void breaksWhereAnEntryIsMissing(
            @ForAll("details") @Size(min = 2, max = 20) List<Map<String, String>> details, @ForAll int any) {
        // Given: any but the last, whose absence only an anchor outside can show
        List<CustodyEntry> chain = chain(details);
        int missing = Math.floorMod(any, chain.size() - 1);
        // When
        chain.remove(missing);
        // Then
        assertThat(CustodyChainVerifier.verify(chain))
                .isInstanceOfSatisfying(
                        CustodyChainVerifier.Result.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(missing + 1));
    }

    @Test
    void breaksWhenAChangedEntryIsHashedAgain() {
        // Given
        List<CustodyEntry> chain = chain(List.of(Map.of(), Map.of(), Map.of()));
        // When
        chain.set(0, CustodyEntry.first(EVIDENCE, AT, "somebody", CustodyAction.SECURED, Map.of()));
        // Then
        assertThat(CustodyChainVerifier.verify(chain))
                .isEqualTo(new CustodyChainVerifier.Result.Broken(2, "the entry does not follow from the one before"));
    }

    @Test
    void refusesAChainWithoutEntries() {
        assertThat(CustodyChainVerifier.verify(List.of())).isInstanceOf(CustodyChainVerifier.Result.Broken.class);
    }

    @Provide
    Arbitrary<List<Map<String, String>>> details() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8), Arbitraries.strings())
                .ofMaxSize(3)
                .map(TreeMap::new)
                .<Map<String, String>>map(detail -> detail)
                .list()
                .ofMaxSize(20)
                .ofMinSize(2);
    }

    private static List<CustodyEntry> chain(List<Map<String, String>> details) {
        var chain = new ArrayList<CustodyEntry>();
        for (Map<String, String> detail : details) {
            Instant at = AT.plusSeconds(chain.size());
            chain.add(
                    chain.isEmpty()
                            ? CustodyEntry.first(EVIDENCE, at, "intake", CustodyAction.SECURED, detail)
                            : chain.getLast().next(at, "intake", CustodyAction.CONSULTED, detail));
        }
        return chain;
    }
}
