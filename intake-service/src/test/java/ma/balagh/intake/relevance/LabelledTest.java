package ma.balagh.intake.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the delivered list finds of texts that we wrote and labelled ourselves: few, so it shows regressions, no more. */
final class LabelledTest {

    private record Labelled(boolean relevant, @Nullable String language, String text) {}

    @Test
    void tellsRelevantTextsFromOthers() throws IOException {
        measure("labelled.tsv", 120, 0.95, 0.93);
    }

    @Test
    void doesLittleWorseOnTextsThatTheListWasNotMadeWith() throws IOException {
        measure("labelled-later.tsv", 40, 0.9, 0.65);
    }

    private static void measure(String file, int least, double leastPrecision, double leastRecall) throws IOException {
        // Given
        TermMatcher vocabulary = TermMatcher.of(1, BuiltInTermsReader.read());
        List<Labelled> texts = texts(file);
        // When
        List<String> missed = new ArrayList<>();
        List<String> mistaken = new ArrayList<>();
        int found = 0;
        for (Labelled labelled : texts) {
            RelevanceAssessment assessment =
                    RelevanceService.assess(vocabulary, null, labelled.text(), labelled.language(), List.of());
            if (assessment.relevant() && labelled.relevant()) {
                found++;
            } else if (labelled.relevant()) {
                missed.add(assessment.score() + " " + labelled.text() + " " + assessment.reasons());
            } else if (assessment.relevant()) {
                mistaken.add(assessment.score() + " " + labelled.text() + " " + assessment.reasons());
            }
        }
        double precision = (double) found / (found + mistaken.size());
        double recall = (double) found / (found + missed.size());
        System.out.printf("%s: %d texts, precision %.3f, recall %.3f%n", file, texts.size(), precision, recall);
        // Then
        assertThat(texts).hasSizeGreaterThanOrEqualTo(least);
        assertThat(recall)
                .as("missed: %s; mistaken: %s", String.join("\n", missed), String.join("\n", mistaken))
                .isGreaterThanOrEqualTo(leastRecall);
        assertThat(precision).as("mistaken: %s", String.join("\n", mistaken)).isGreaterThanOrEqualTo(leastPrecision);
    }

    private static List<Labelled> texts(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(LabelledTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(row -> new Labelled(row[0].equals("yes"), row[1].equals("-") ? null : row[1], row[2]))
                    .toList();
        }
    }
}
