package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import ma.balagh.intake.wording.LocalizedTexts;

/**
 * Version 0 of each text, from {@code answer_ar}, {@code answer_fr} and {@code answer_en}; they say which texts there
 * are.
 */
@ApplicationScoped
class BuiltInTexts {

    private final Map<String, AnswerText> texts = new TreeMap<>();

    BuiltInTexts() {
        LocalizedTexts arabic = LocalizedTexts.read(BuiltInTexts.class, "answer_ar.properties");
        LocalizedTexts french = LocalizedTexts.read(BuiltInTexts.class, "answer_fr.properties");
        LocalizedTexts english = LocalizedTexts.read(BuiltInTexts.class, "answer_en.properties");
        arabic.keys().forEach(key -> texts.put(key, new AnswerText(arabic.of(key), french.of(key), english.of(key))));
    }

    /** By key, in the keys' order. */
    Map<String, AnswerText> all() {
        return new TreeMap<>(texts);
    }
}
