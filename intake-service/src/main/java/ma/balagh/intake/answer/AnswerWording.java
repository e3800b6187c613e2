package ma.balagh.intake.answer;

import java.util.Map;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.intake.report.Answer;

/**
 * The texts of answers at one moment.
 *
 * @param texts by key: an answer's kind and, where it has one, its outcome; of a known case also the key of what became of
 *     it
 */
public record AnswerWording(Map<String, AnswerText> texts) {

    public AnswerWording {
        texts = Map.copyOf(texts);
    }

    public AnswerText of(Answer answer) {
        return text(keyOf(answer));
    }

    /** What is said of a case that was handed to the authority that is competent for it. */
    public AnswerText ofForwarded() {
        return text(AnswerKind.FORWARDED.name());
    }

    /** @param became what has become of the known case */
    public AnswerText ofKnownCase(Answer answer, Answer became) {
        return of(answer).and(text(answer.kind().name() + "." + keyOf(became)));
    }

    private static String keyOf(Answer answer) {
        return answer.outcome() == null
                ? answer.kind().name()
                : answer.kind().name() + "." + answer.outcome().name();
    }

    private AnswerText text(String key) {
        AnswerText text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("there is no wording for " + key);
        }
        return text;
    }
}
