package ma.balagh.dispatch.communique;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommuniqueTextsTest {

    @ParameterizedTest
    @CsvSource({
        "'Danger\n\nCall 19.', Danger, Call 19.",
        "'  Danger  ', Danger, Danger",
        "'Danger\r\nCall 19.', Danger, Call 19."
    })
    void takesTheFirstLineForTheHeadline(String text, String headline, String body) {
        assertThat(CommuniqueTexts.headline(text)).isEqualTo(headline);
        assertThat(CommuniqueTexts.body(text)).isEqualTo(body);
    }

    @Test
    void losesNothingOfALongFirstLine() {
        // Given
        String text = "Avoid the streets around the market. ".repeat(6).strip() + "\nCall 19.";

        // Then
        assertThat(CommuniqueTexts.headline(text)).hasSize(161).endsWith("…");
        assertThat(CommuniqueTexts.body(text)).isEqualTo(text);
    }
}
