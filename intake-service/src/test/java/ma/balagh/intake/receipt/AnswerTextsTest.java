package ma.balagh.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;
import org.junit.jupiter.api.Test;

final class AnswerTextsTest {

    private final AnswerTexts texts = new AnswerTexts();

    @Test
    void hasWordsForEveryAnswerInThreeLanguages() {
        // Given
        Stream<Answer> plain = Arrays.stream(AnswerKind.values())
                .filter(kind -> kind != AnswerKind.RESOLVED)
                .map(kind -> new Answer(kind, null, Instant.EPOCH));
        Stream<Answer> outcomes = Arrays.stream(OutcomeKind.values())
                .map(outcome -> new Answer(AnswerKind.RESOLVED, outcome, Instant.EPOCH));
        // Then
        assertThat(Stream.concat(plain, outcomes).map(texts::of))
                .hasSize(9)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> {
                    assertThat(text.ar()).matches("[\\p{IsArabic}\\p{M}\\p{P}\\s]+");
                    assertThat(text.fr()).isNotBlank().isNotEqualTo(text.en());
                    assertThat(text.en()).isNotBlank();
                });
    }
}
