package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    /** A blank at which a line may end beside a sign that French sets apart. */
    private static final Pattern TORN_FROM_ITS_WORD = Pattern.compile(" [:;!?»]|« ");

    /** What Qute reads; elvis operators have such blanks, too. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyWordStandsInAllThreeLanguages(String bundle) throws IOException {
        // When
        Set<String> arabic = keys(bundle, "ar");

        // Then
        assertThat(keys(bundle, "fr")).isEqualTo(arabic);
        assertThat(keys(bundle, "en")).isEqualTo(arabic);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void arabicIsWrittenInArabic(String bundle) throws IOException {
        try (var lines = Files.lines(MESSAGES.resolve(bundle + "_ar.properties"))) {
            assertThat(lines.filter(line -> !line.endsWith("—") && !line.isBlank()))
                    .allMatch(line -> ARABIC.matcher(line).find());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noFrenchLineBeginsWithASignOfTheOneBefore(String bundle) throws IOException {
        try (var lines = Files.lines(MESSAGES.resolve(bundle + "_fr.properties"))) {
            assertThat(lines)
                    .noneMatch(line -> TORN_FROM_ITS_WORD
                            .matcher(EXPRESSION.matcher(line).replaceAll(""))
                            .find());
        }
    }

    private static List<String> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_ar.properties"))
                    .map(name -> name.substring(0, name.indexOf("_ar.")))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> keys(String bundle, String language) throws IOException {
        try (var lines = Files.lines(MESSAGES.resolve(bundle + "_" + language + ".properties"))) {
            return lines.filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .collect(Collectors.toSet());
        }
    }
}
