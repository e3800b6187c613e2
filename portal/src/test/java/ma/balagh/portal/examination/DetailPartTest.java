package ma.balagh.portal.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailPartTest {

    @Test
    void findsTheMomentsInATextWhateverStandsAroundThem() {
        // Given: a moment in the isolate that an Arabic text gives it
        String detail = "وقت التسجيل: \u20682016-07-30T21:15:00.5Z\u2069؛ الجهاز: \u2068Galaxy A14\u2069";

        // When
        var parts = DetailPart.of(detail);

        // Then
        assertThat(parts)
                .containsExactly(
                        new DetailPart("وقت التسجيل: ", null),
                        new DetailPart("2016-07-30T21:15:00.5Z", Instant.parse("2016-07-30T21:15:00.5Z")),
                        new DetailPart("؛ الجهاز: \u2068Galaxy A14\u2069", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-07-30T21:15:00",
                "software: x2016-07-30T21:15:00Z",
                "2016-13-30T21:15:00Z",
                "2016-07-30T21:15:00Zulu",
                ""
            })
    void leavesEverythingElseAsItIs(String detail) {
        assertThat(DetailPart.of(detail).stream().map(DetailPart::text).collect(Collectors.joining()))
                .isEqualTo(detail);
        assertThat(DetailPart.of(detail)).noneMatch(part -> part.at() != null);
    }
}
