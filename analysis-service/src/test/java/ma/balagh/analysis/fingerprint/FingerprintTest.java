package ma.balagh.analysis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Property
    void survivesItsHexadecimalNotation(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        var fingerprint = new Fingerprint(a, b, c, d);

        assertThat(Fingerprint.ofHex(fingerprint.toHex())).isEqualTo(fingerprint);
    }

    @Property
    void isAsFarFromAnotherAsTheOtherFromIt(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        // Given
        var one = new Fingerprint(a, b, c, d);
        var other = new Fingerprint(d, a, b, c);

        // Then
        assertThat(one.distance(other)).isEqualTo(other.distance(one)).isBetween(0, Fingerprint.BITS);
        assertThat(one.distance(one)).isZero();
        assertThat(one.distance(new Fingerprint(~a, ~b, ~c, ~d))).isEqualTo(Fingerprint.BITS);
    }

    @Property
    void isTakenBackByTheInverseTransformation(@ForAll Transformation transformation) {
        // Given
        int size = 5;

        // Then
        for (int pixel = 0; pixel < size * size; pixel++) {
            assertThat(transformation.inverse().sourceOf(transformation.sourceOf(pixel, size), size))
                    .isEqualTo(pixel);
        }
    }

    @Test
    void writesTheHighestBitFirst() {
        assertThat(new Fingerprint(1, 0, 0, 0x8000_0000_0000_0000L).toHex())
                .startsWith("8")
                .endsWith("1");
    }

    @Test
    void refusesAnotherLengthOfDigits() {
        assertThatThrownBy(() -> Fingerprint.ofHex("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
