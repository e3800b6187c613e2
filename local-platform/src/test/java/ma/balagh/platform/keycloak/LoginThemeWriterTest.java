package ma.balagh.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginThemeWriterTest {

    private static final Pattern REFERENCE = Pattern.compile("url\\('([^']+)'\\)");

    @TempDir
    private Path keycloak;

    private Path login;

    @BeforeEach
    void offer() throws IOException {
        LoginThemeWriter.offer(keycloak);
        login = keycloak.resolve("themes/balagh/login");
    }

    @Test
    void bringsEveryFileThatItsStylesReferTo() throws IOException {
        var css = login.resolve("resources/css");
        for (var sheet : List.of("login.css", "tokens.css")) {
            var references = REFERENCE
                    .matcher(Files.readString(css.resolve(sheet)))
                    .results()
                    .map(found -> css.resolve(found.group(1)))
                    .toList();
            assertThat(references)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).exists());
        }
    }

    @Test
    void saysTheSameThingsInEveryLanguage() throws IOException {
        var english = messages("en").keySet();
        assertThat(messages("ar").keySet()).isEqualTo(english);
        assertThat(messages("fr").keySet()).isEqualTo(english);
    }

    @Test
    void replacesWhatAnEarlierVersionLeft() throws IOException {
        // Given
        var sheet = login.resolve("resources/css/login.css");
        Files.writeString(sheet, "body { display: none }");
        var compressed = keycloak.resolve("data/tmp/kc-gzip-cache/1/login/balagh/css/login.css.gz");
        Files.createDirectories(compressed.getParent());
        Files.createFile(compressed);
        // When
        LoginThemeWriter.offer(keycloak);
        // Then
        assertThat(sheet).content().doesNotContain("display: none }");
        assertThat(compressed).doesNotExist();
    }

    private Properties messages(String language) throws IOException {
        var messages = new Properties();
        messages.load(
                new StringReader(Files.readString(login.resolve("messages/messages_" + language + ".properties"))));
        return messages;
    }
}
