package ma.balagh.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormInputParserTest {

    /** On 15 February 2026, for Ramadan, clocks went from three back to two. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-15T01:30:00Z", // before
        "2026-02-15T02:30:00Z", // after: the same time of day
        "2026-02-15T02:30:45.678Z"
    })
    void keepsTheMomentThatAFieldShowedAndThatNobodyChanged(Instant shown) {
        // When
        String field = FormInputParser.field(shown);

        // Then
        assertThat(field).isEqualTo("2026-02-15T02:30");
        assertThat(FormInputParser.moment(field, shown, "at")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15T12:31, 2026-01-15T11:31:00Z", "'', ", "'  2026-01-15T12:30 ', 2026-01-15T11:30:45Z"})
    void readsWhatWasChanged(String field, @Nullable Instant meant) {
        assertThat(FormInputParser.moment(field, Instant.parse("2026-01-15T11:30:45Z"), "at"))
                .isEqualTo(meant);
    }

    @Test
    void readsWhatWasEmptyBefore() {
        assertThat(FormInputParser.moment("2026-01-15T12:31", null, "at")).isEqualTo("2026-01-15T11:31:00Z");
        assertThat(FormInputParser.moment("", null, "at")).isNull();
        assertThatThrownBy(() -> FormInputParser.moment("soon", null, "at"))
                .isInstanceOf(FormInputParser.WrongInput.class);
    }
}
