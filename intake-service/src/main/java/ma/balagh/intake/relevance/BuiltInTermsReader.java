package ma.balagh.intake.relevance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the list of terms that the suite comes with, from terms.txt; officers change it from there on. */
final class BuiltInTermsReader {

    private BuiltInTermsReader() {}

    static TermList read() {
        int threshold = 0;
        List<Term> terms = new ArrayList<>();
        @Nullable Section section = null;
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("threshold ")) {
                threshold =
                        Integer.parseInt(line.substring("threshold ".length()).strip());
            } else if (line.startsWith("[")) {
                section = Section.of(line.substring(1, line.indexOf(']')));
            } else if (section != null) {
                for (String term : line.split(",")) {
                    terms.add(section.term(term.strip()));
                }
            }
        }
        return new TermList(threshold, terms);
    }

    private record Section(
            TermMeaning meaning, int weight, @Nullable String language) {

        static Section of(String heading) {
            String[] parts = heading.split(" ");
            return new Section(
                    TermMeaning.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Integer.parseInt(parts[1]),
                    parts.length > 2 ? parts[2] : null);
        }

        Term term(String words) {
            return new Term(words, meaning, weight, language);
        }
    }

    private static List<String> lines() {
        try (InputStream file = BuiltInTermsReader.class.getResourceAsStream("terms.txt")) {
            if (file == null) {
                throw new IllegalStateException("terms.txt is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
