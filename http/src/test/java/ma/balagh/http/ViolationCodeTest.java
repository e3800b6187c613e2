package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ViolationCodeTest {

    @Test
    void standsInThePageThatPartnersRead() throws IOException {
        // When
        var page = Pattern.compile("(?m)^\\| `([A-Z_]+)`")
                .matcher(Files.readString(Path.of("../docs/violations.md")))
                .results()
                .map(row -> row.group(1))
                .toList();

        // Then
        assertThat(page)
                .containsExactlyElementsOf(
                        Arrays.stream(ViolationCode.values()).map(Enum::name).toList());
    }
}
