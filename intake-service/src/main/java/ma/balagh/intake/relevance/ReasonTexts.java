package ma.balagh.intake.relevance;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The wording of reasons, from {@code reason_ar}, {@code reason_fr} and {@code reason_en}. */
@RegisterResources(globs = {"ma/balagh/intake/relevance/*.properties", "ma/balagh/intake/relevance/terms.txt"})
public final class ReasonTexts {

    /** One reason in the three languages. */
    public record ReasonText(String ar, String fr, String en) {}

    private static final Properties ARABIC = read("reason_ar.properties");
    private static final Properties FRENCH = read("reason_fr.properties");
    private static final Properties ENGLISH = read("reason_en.properties");

    private ReasonTexts() {}

    public static ReasonText of(Reason reason) {
        return new ReasonText(told(ARABIC, reason), told(FRENCH, reason), told(ENGLISH, reason));
    }

    private static String told(Properties texts, Reason reason) {
        String effect = reason.negated() ? "negated" : reason.weight() == 0 ? "uncounted" : "counted";
        return text(texts, effect)
                .replace("{meaning}", text(texts, "meaning." + reason.meaning().name()))
                .replace("{where}", text(texts, "where." + reason.where().name()))
                .replace("{weight}", (reason.weight() > 0 ? "+" : "−") + Math.abs(reason.weight()))
                // Last, so that nothing in the item's own words is taken for one of the above.
                .replace("{words}", reason.words());
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
        try (InputStream in = ReasonTexts.class.getResourceAsStream(name)) {
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
