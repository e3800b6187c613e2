package ma.balagh.intake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;
import org.junit.jupiter.api.Test;

final class AnswerWordingTest {

    private final AnswerWording texts = new AnswerWording(new BuiltInTexts().all());

    /** What no earlier case is answered with. */
    private static final Set<AnswerKind> NO_CASE =
            Set.of(AnswerKind.SET_ASIDE, AnswerKind.NO_RECORDING, AnswerKind.FORWARDED, AnswerKind.KNOWN_CASE);

    @Test
    void hasWordsForEveryAnswerInThreeLanguages() {
        // Given
        List<Answer> answers = Stream.concat(
                        Arrays.stream(AnswerKind.values())
                                .filter(kind -> kind != AnswerKind.RESOLVED)
                                .map(kind -> new Answer(kind, null, Instant.EPOCH)),
                        Arrays.stream(OutcomeKind.values())
                                .map(outcome -> new Answer(AnswerKind.RESOLVED, outcome, Instant.EPOCH)))
                .toList();
        var known = new Answer(AnswerKind.KNOWN_CASE, null, Instant.EPOCH);
        Stream<AnswerText> ofKnownCases = answers.stream()
                .filter(answer -> !NO_CASE.contains(answer.kind()))
                .map(became -> texts.ofKnownCase(known, became));
        // Then
        assertThat(Stream.concat(answers.stream().map(texts::of), ofKnownCases))
                .hasSize(18)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> {
                    assertThat(text.ar()).matches("[\\p{IsArabic}\\p{M}\\p{P}\\s]+");
                    assertThat(text.fr()).isNotBlank().isNotEqualTo(text.en());
                    assertThat(text.en()).isNotBlank();
                });
    }
}
