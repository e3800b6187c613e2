package ma.balagh.dispatch.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinePdfWriterTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "fr", "en"})
    void writesWhatAnArchiveAccepts(String language) throws IOException {
        // When
        var file = written(language);

        // Then
        var found = PreflightParser.validate(file.toFile());
        assertThat(found.getErrorsList().stream()
                        .map(ValidationResult.ValidationError::toString)
                        .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(found.isValid()).isTrue();
    }

    @Test
    void tellsEverything() throws IOException {
        // When
        String text;
        try (var document = Loader.loadPDF(written("en").toFile())) {
            text = new PDFTextStripper().getText(document);
        }

        // Then
        assertThat(text)
                .contains("Course of the incident", "Arrived on scene", "UNIT-7", "2026/11/29 11:00:00")
                .contains("Seized: weapon", "Injured victims", "PV 120/2026", "a witness")
                .contains("Person 1 (minor)", "Rights and reasons told", "Missing: Guardian informed, Doctor offered")
                .contains("Person 1: Lawyer offered", "Person 1: minor", "a mix-up")
                .contains("[U+1F600]");
    }

    @ParameterizedTest
    @CsvSource({
        "ar, دُوّن في 2026/11/29 11:01:06",
        "fr, Consigné le 2026/11/29 11:01:06",
        "en, Noted at 2026/11/29 11:01:06"
    })
    void tellsWhenSomethingWasNotedLater(String language, String words) throws IOException {
        // When
        String text;
        try (var document = Loader.loadPDF(written(language).toFile())) {
            text = new PDFTextStripper().getText(document);
        }

        // Then
        assertThat(text.replaceAll("\\s+", " ")).contains(words);
    }

    private Path written(String language) throws IOException {
        var file = directory.resolve("timeline-" + language + ".pdf");
        new TimelinePdfWriter(SampleTimelines.full(), TimelineTexts.in(language), SampleTimelines.AT).write(file);
        return file;
    }
}
