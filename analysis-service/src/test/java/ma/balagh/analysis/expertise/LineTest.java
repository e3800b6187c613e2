package ma.balagh.analysis.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void keepsWordsAsTheyAre() {
        assertThat(Line.of("Vol à l’arraché\nسرقة", c -> true)).isEqualTo("Vol à l’arraché\nسرقة");
    }

    @Test
    void takesOutMarksThatTurnTextAround() {
        assertThat(Line.of("a\u202Eb\u2066c\u2069\u0007d\te", c -> true)).isEqualTo("abcd e");
    }

    @Test
    void keepsTheDirectionOfAnIsolatedFact() {
        assertThat(Line.of("عند \u20683-5\u2069.", c -> true)).isEqualTo("عند \u200e3-5\u200e.");
        assertThat(Line.of("at \u2068سرقة $1\u2069.", c -> true)).isEqualTo("at سرقة $1.");
    }

    @Test
    void tellsTheNumberOfWhatCannotBeDrawn() {
        assertThat(Line.of("a\u2D63", c -> c < 0x2000)).isEqualTo("a[U+2D63]");
    }

    @Test
    void beginsWhereTheFirstLetterDoes() {
        assertThat(Line.isRightToLeft("12. سرقة in MA")).isTrue();
        assertThat(Line.isRightToLeft("12. Vol سرقة")).isFalse();
        assertThat(Line.isRightToLeft("0.93")).isFalse();
    }
}
