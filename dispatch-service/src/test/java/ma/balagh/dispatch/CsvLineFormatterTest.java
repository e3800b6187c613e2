package ma.balagh.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
    void letsNoTextBeAFormula(String text) {
        assertThat(CsvLineFormatter.line(text)).isEqualTo("\"'" + text + "\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a;=1+1        | a;'=1+1",
                "a;;@SUM(A1)   | a;;'@SUM(A1)",
                "a;+1;-1       | a;'+1;'-1",
                "=1;=2         | '=1;'=2",
                "a<TAB>=1+1    | a<TAB>'=1+1",
                "<TAB>=1+1     | '<TAB>'=1+1",
                "a<LF>=1+1     | a<LF>'=1+1",
                "<CR>=1+1      | '<CR>'=1+1"
            })
    void letsNoPartOfATextBeAFormulaWhereOtherSignsEndFields(String text, String written) {
        assertThat(CsvLineFormatter.line(signs(text))).isEqualTo("\"" + signs(written) + "\"\r\n");
    }

    @Test
    void letsNoQuotedPartOfATextBeAFormula() {
        assertThat(CsvLineFormatter.line("a;\"=1+1\"")).isEqualTo("\"a;'\"\"=1+1\"\"\"\r\n");
    }

    @Test
    void leavesSignsWithinATextAsTheyAre() {
        assertThat(CsvLineFormatter.line("a; b-c=d")).isEqualTo("\"a; b-c=d\"\r\n");
    }

    private static String signs(String names) {
        return names.replace("<TAB>", "\t").replace("<LF>", "\n").replace("<CR>", "\r");
    }
}
