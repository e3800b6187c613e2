package ma.balagh.dispatch.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    private static final int TRANSACTIONS = 12;

    @Test
    void readsWhatPostgresqlWrites() {
        // When
        var position = StreamPosition.parse("741:750:741,745");

        // Then
        assertThat(position).isEqualTo(new StreamPosition(750, List.of(741L, 745L)));
        assertThat(position.includes(740)).isTrue();
        assertThat(position.includes(741)).isFalse();
        assertThat(position.includes(742)).isTrue();
        assertThat(position.includes(750)).isFalse();
        assertThat(position).hasToString("741:750:741,745");
        assertThat(StreamPosition.parse("750:750:")).hasToString("750:750:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "1:2",
                "-1:2:",
                "0:0:",
                "3:2:",
                "1:2:3",
                "1:3:2,1",
                "1:3:1,1",
                "2:3:1",
                "1:2:x",
                "1:2:1,",
                "1:2:\n",
                "9999999999999999999:9999999999999999999:"
            })
    void refusesWhatIsNoPosition(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StreamPosition.parse(text));
    }

    /** Whoever is told up to a transaction has seen what the position said, and what they were told. */
    @Property
    void includesWhatWasSeenBeforeAndWhatWasTold(
            @ForAll("positions") StreamPosition before,
            @ForAll("positions") StreamPosition after,
            @ForAll("ids") long to) {
        // Given: what had ended stays ended
        var now = new StreamPosition(
                Math.max(before.end(), after.end()),
                LongStream.range(1, Math.max(before.end(), after.end()))
                        .filter(id -> !before.includes(id) && !after.includes(id))
                        .boxed()
                        .toList());

        Assume.that(now.includes(to));

        // When
        var told = before.advancedTo(to, now);

        // Then
        for (long id = 1; id <= TRANSACTIONS + 1; id++) {
            boolean expected = id <= to ? now.includes(id) : before.includes(id);
            assertThat(told.includes(id)).as("%s in %s", id, told).isEqualTo(expected);
        }
        assertThat(StreamPosition.parse(told.toString())).isEqualTo(told);
    }

    @Provide
    Arbitrary<StreamPosition> positions() {
        var ends = Arbitraries.longs().between(2, TRANSACTIONS);
        Arbitrary<Set<Long>> pending =
                Arbitraries.longs().between(1, TRANSACTIONS).set().ofMaxSize(6);
        return ends.flatMap(end -> pending.map(ids -> new StreamPosition(
                end, ids.stream().filter(id -> id < end).sorted().toList())));
    }

    @Provide
    Arbitrary<Long> ids() {
        return Arbitraries.longs().between(1, TRANSACTIONS);
    }
}
