package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Version 0 of each text, from {@code answer_ar}, {@code answer_fr} and {@code answer_en}; they say which texts there are. */
@ApplicationScoped
class BuiltInTexts {

    private final Map<String, AnswerText> texts = new TreeMap<>();

    BuiltInTexts() {
        Properties arabic = read("answer_ar.properties");
        Properties french = read("answer_fr.properties");
        Properties english = read("answer_en.properties");
        arabic.stringPropertyNames()
                .forEach(key ->
                        texts.put(key, new AnswerText(text(arabic, key), text(french, key), text(english, key))));
    }

    /** By key, in the keys' order. */
    Map<String, AnswerText> all() {
        return new TreeMap<>(texts);
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
        try (InputStream in = BuiltInTexts.class.getResourceAsStream(name)) {
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
