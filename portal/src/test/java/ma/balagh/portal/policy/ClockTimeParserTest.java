package ma.balagh.portal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ma.balagh.portal.shell.FormInputParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimeParserTest {

    @ParameterizedTest
    @CsvSource({"0:30,30", "1:00,60", "59:59,3599", "1:00:00,3600", "36:00:00,129600", "720:00:00,2592000"})
    void readsWhatItWrites(String text, int seconds) {
        assertThat(ClockTimeParser.seconds(text, "target")).isEqualTo(seconds);
        assertThat(ClockTimeParser.text(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "1:2", "-1:00", "1:00:00:00", "1.5", "soon", "99999:00:00"})
    void refusesWhatIsNoLength(String text) {
        assertThatExceptionOfType(FormInputParser.WrongInput.class)
                .isThrownBy(() -> ClockTimeParser.seconds(text, "target"))
                .satisfies(wrong -> assertThat(wrong.field()).isEqualTo("target"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void readsNothingWhereNothingWasTyped(String text) {
        assertThat(ClockTimeParser.seconds(text, "target")).isNull();
    }
}
