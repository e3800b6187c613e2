package ma.balagh.intake.answer;

import jakarta.persistence.Embeddable;

/** One answer in the three languages. */
@Embeddable
public record AnswerText(String ar, String fr, String en) {

    /** This, and another sentence after it. */
    AnswerText and(AnswerText then) {
        return new AnswerText(ar + " " + then.ar, fr + " " + then.fr, en + " " + then.en);
    }
}
