package ma.balagh.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineFormatterTest {

    @Test
    void quotesWhatSeparatesFieldsOrLines() {
        assertThat(CsvLineFormatter.line("a,b", "say \"no\"", "two\nlines", "two\rlines", null, 3))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"two\rlines\",,3\r\n");
    }

    @Test
    void leavesNumbersAsTheyAre() {
        assertThat(CsvLineFormatter.line(-7.6187, -3, "-7.6187")).isEqualTo("-7.6187,-3,\"'-7.6187\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1"})
    void letsNoTextBeAFormula(String text) {
        assertThat(CsvLineFormatter.line(text)).isEqualTo("\"'" + text + "\"\r\n");
    }
}
