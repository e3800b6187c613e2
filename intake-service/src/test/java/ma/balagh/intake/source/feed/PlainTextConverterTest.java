package ma.balagh.intake.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextConverterTest {

    @ParameterizedTest
    @ValueSource(strings = {"Vol\uFFFF à Anfa", "Vol\uFFFE à Anfa", "Vol&#xFFFF; à Anfa", "Vol\u0007 à Anfa"})
    void leavesOutWhatNoDocumentCanSay(String title) {
        assertThat(PlainTextConverter.ofMarkup(title, PlainTextConverter.MAX_TITLE))
                .isIn("Vol à Anfa", "Vol\uFFFD à Anfa");
    }
}
