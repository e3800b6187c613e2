package ma.balagh.intake.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** Texts by key in one language, from a properties file beside the class that shows them. */
public final class LocalizedTexts {

    private final String name;
    private final Properties texts = new Properties();

    private LocalizedTexts(String name) {
        this.name = name;
    }

    /** Whoever reads a file makes it part of a native image. */
    public static LocalizedTexts read(Class<?> beside, String name) {
        var read = new LocalizedTexts(name);
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            read.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    /** @throws IllegalStateException when there is none: all languages have the same keys */
    public String of(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("there is no wording for " + key + " in " + name);
        }
        return text;
    }
}
