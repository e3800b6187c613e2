package ma.balagh.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ReceiptCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void isReadAsPeopleTypeIt() {
        // Given
        ReceiptCode code = ReceiptCode.random();
        // Then
        String typed = code.value()
                .toLowerCase(java.util.Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(ReceiptCode.parse(" " + typed + " ")).contains(code);
    }

    @Property(tries = 200)
    void catchesEveryMistypedCharacter(
            @ForAll @IntRange(min = 0, max = 15) int at, @ForAll @IntRange(min = 1, max = 31) int by) {
        // Given
        String characters = ReceiptCode.random().value().substring(4).replace("-", "");
        char wrong = ALPHABET.charAt((ALPHABET.indexOf(characters.charAt(at)) + by) % 32);
        // When
        String mistyped = "BLG-" + characters.substring(0, at) + wrong + characters.substring(at + 1);
        // Then
        assertThat(ReceiptCode.parse(mistyped)).isEmpty();
    }

    @Test
    void hasSeventyFiveBitsThatNothingTells() {
        // Given: how often each character stands at each place
        int codes = 20_000;
        int[][] seen = new int[15][32];
        for (int i = 0; i < codes; i++) {
            String characters = ReceiptCode.random().value().substring(4).replace("-", "");
            for (int at = 0; at < 15; at++) {
                seen[at][ALPHABET.indexOf(characters.charAt(at))]++;
            }
        }

        // Then: each of the 15 places has all 32 characters about as often, five bits each
        int expected = codes / 32;
        for (int[] place : seen) {
            double chiSquare = java.util.Arrays.stream(place)
                    .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                    .sum();
            // 31 degrees of freedom: more than 90 has a probability of 1e-7.
            assertThat(chiSquare).isLessThan(90);
        }
    }

    @Test
    void comesOnlyOnce() {
        var codes = new HashSet<ReceiptCode>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(codes.add(ReceiptCode.random())).isTrue();
        }
    }

    @Test
    void isNoneOfOtherThings() {
        for (String text :
                new String[] {"", "BLG-", "BLG-1234", "XYZ-0000-0000-0000-0000", "BLG-UUUU-UUUU-UUUU-UUUU"}) {
            assertThat(ReceiptCode.parse(text)).isEmpty();
        }
    }
}
