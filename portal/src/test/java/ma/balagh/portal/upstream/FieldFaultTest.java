package ma.balagh.portal.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reasons | reasons",
                "reporter.name | name",
                "mediaUrls[3] | mediaUrls",
                "rectangles[0].to | to",
                "terms[3].term | term"
            })
    void namesTheFieldWithoutItsPath(String field, String name) {
        assertThat(ProblemResponse.Violation.malformed(field).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"TOO_LONG, TOO_LONG", "MARKUP, MARKUP", "SOMETHING_OF_TOMORROW, OTHER", ", OTHER"})
    void knowsACode(String code, FieldFault fault) {
        assertThat(new ProblemResponse.Violation("title", code, null, "is wrong").fault())
                .isEqualTo(fault);
    }

    @Test
    void showsTheBounds() {
        assertThat(violation(Map.of("min", "-90", "max", "90")).bound()).isEqualTo("-90 … 90");
        assertThat(violation(Map.of("max", "200")).bound()).isEqualTo("200");
        assertThat(violation(Map.of()).bound()).isEmpty();
        assertThat(ProblemResponse.Violation.malformed("latitude").bound()).isEmpty();
    }

    @Test
    void hasWordsForEachCodeOfTheServices() throws IOException {
        // Given
        String page = Files.readString(Path.of("../docs/violations.md"));
        List<String> codes = Pattern.compile("(?m)^\\| `([A-Z_]+)`")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .toList();

        // Then
        assertThat(codes).isNotEmpty();
        assertThat(Arrays.stream(FieldFault.values()).map(FieldFault::name))
                .filteredOn(name -> !name.equals("OTHER"))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    private static ProblemResponse.Violation violation(Map<String, String> params) {
        return new ProblemResponse.Violation("latitude", "OUT_OF_RANGE", params, "is wrong");
    }
}
