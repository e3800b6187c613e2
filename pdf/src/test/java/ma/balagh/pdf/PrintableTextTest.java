package ma.balagh.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void keepsWordsAsTheyAre() {
        assertThat(PrintableText.of("Vol à l’arraché\nسرقة", c -> true)).isEqualTo("Vol à l’arraché\nسرقة");
    }

    @Test
    void takesOutMarksThatTurnTextAround() {
        assertThat(PrintableText.of("a\u202Eb\u2066c\u2069\u0007d\te", c -> true))
                .isEqualTo("abcd e");
    }

    @Test
    void keepsTheDirectionOfAnIsolatedFact() {
        assertThat(PrintableText.of("عند \u20683-5\u2069.", c -> true)).isEqualTo("عند \u200e3-5\u200e.");
        assertThat(PrintableText.of("at \u2068سرقة $1\u2069.", c -> true)).isEqualTo("at سرقة $1.");
    }

    @Test
    void tellsTheNumberOfWhatCannotBeDrawn() {
        assertThat(PrintableText.of("a\u2D63", c -> c < 0x2000)).isEqualTo("a[U+2D63]");
    }

    @Test
    void beginsWhereTheFirstLetterDoes() {
        assertThat(PrintableText.isRightToLeft("12. سرقة in MA")).isTrue();
        assertThat(PrintableText.isRightToLeft("12. Vol سرقة")).isFalse();
        assertThat(PrintableText.isRightToLeft("0.93")).isFalse();
    }
}
