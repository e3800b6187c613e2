package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import ma.balagh.http.ByteRange;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ByteRangeTest {

    @Property
    void staysWithinTheFileAndKeepsWhatWasAskedFor(
            @ForAll @LongRange(min = 0, max = 2000) long first,
            @ForAll @LongRange(min = 0, max = 2000) long last,
            @ForAll @LongRange(min = 1, max = 1000) long size) {
        switch (ByteRange.parse("bytes=" + first + "-" + last, size)) {
            case ByteRange.Request.Part(ByteRange range) -> {
                assertThat(range.first()).isEqualTo(first);
                assertThat(range.last()).isEqualTo(Math.min(last, size - 1));
            }
            case ByteRange.Request.Unsatisfiable() -> assertThat(first).isGreaterThanOrEqualTo(size);
            case ByteRange.Request.Everything() -> assertThat(last).isLessThan(first);
        }
    }

    @Property
    void givesTheEndForASuffix(
            @ForAll @LongRange(min = 1, max = 2000) long length, @ForAll @LongRange(min = 1, max = 1000) long size) {
        assertThat(ByteRange.parse("bytes=-" + length, size))
                .isEqualTo(new ByteRange.Request.Part(new ByteRange(Math.max(0, size - length), size - 1)));
    }

    @Property
    void neverFailsWhateverTheHeaderSays(@ForAll String header) {
        assertThat(ByteRange.parse(header, 10)).isNotNull();
    }

    @Test
    void passesOverWhatItNeedNotServe() {
        for (String header : new String[] {"bytes=0-1,4-5", "items=0-1", "bytes=-", "bytes=5-2", "bytes=a-b", ""}) {
            assertThat(ByteRange.parse(header, 10)).isEqualTo(new ByteRange.Request.Everything());
        }
    }

    @Test
    void takesNumbersOfAnyLength() {
        assertThat(ByteRange.parse("bytes=0-" + "9".repeat(40), 10))
                .isEqualTo(new ByteRange.Request.Part(new ByteRange(0, 9)));
        assertThat(ByteRange.parse("bytes=" + "9".repeat(40) + "-", 10))
                .isEqualTo(new ByteRange.Request.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=-0", 10)).isEqualTo(new ByteRange.Request.Unsatisfiable());
    }
}
