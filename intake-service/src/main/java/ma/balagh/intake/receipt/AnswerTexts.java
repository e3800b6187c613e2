package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import ma.balagh.intake.report.Answer;

/** The wording of each answer, from {@code answer_ar}, {@code answer_fr} and {@code answer_en}. */
@ApplicationScoped
class AnswerTexts {

    /** One answer in the three languages. */
    record Text(String ar, String fr, String en) {}

    private final Properties arabic = read("answer_ar.properties");
    private final Properties french = read("answer_fr.properties");
    private final Properties english = read("answer_en.properties");

    Text of(Answer answer) {
        return text(keyOf(answer));
    }

    /** @param became what has become of the known case */
    Text ofKnownCase(Answer answer, Answer became) {
        Text first = of(answer);
        Text then = text(answer.kind().name() + "." + keyOf(became));
        return new Text(first.ar() + " " + then.ar(), first.fr() + " " + then.fr(), first.en() + " " + then.en());
    }

    private static String keyOf(Answer answer) {
        return answer.outcome() == null
                ? answer.kind().name()
                : answer.kind().name() + "." + answer.outcome().name();
    }

    private Text text(String key) {
        return new Text(text(arabic, key), text(french, key), text(english, key));
    }

    private static String text(Properties texts, String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("there is no wording for " + key);
        }
        return text;
    }

    private static Properties read(String name) {
        var texts = new Properties();
        try (InputStream in = AnswerTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
