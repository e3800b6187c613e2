package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'   ', 0",
        "' a  b ', 3",
        "سرقة بالعنف, 11",
        "سَرِقَة, 4",
        "\u200ba\u200b\u2060b\ufeff, 2",
        "\u115f\u1160\u3164\uffa0\u2800\u00ad\u034f\u180e\ufe0f, 0",
        "\ud83d\udea8\ud83d\udea8, 2"
    })
    void countsWhatIsSeen(String text, int length) {
        assertThat(VisibleText.length(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vol", "سرقة", "a b c", "n° 7, vu"})
    void findsWords(String text) {
        assertThat(VisibleText.hasWords(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "12345",
                "ok",
                "\u3164\u3164\u3164",
                "a\u200bb",
                "…!?",
                "\ud83d\udea8\ud83d\udea8\ud83d\udea8"
            })
    void findsNoneInSigns(String text) {
        assertThat(VisibleText.hasWords(text)).isFalse();
    }

    @Test
    void takesItsTimeInProportion() {
        assertThat(VisibleText.length("\u0301 ".repeat(500_000))).isZero();
    }
}
