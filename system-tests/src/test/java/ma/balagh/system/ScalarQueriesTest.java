package ma.balagh.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hibernate plans a native query of one value anew each time unless {@code ScalarQuery} makes it. */
class ScalarQueriesTest {

    private static final Pattern OF_ONE_VALUE = Pattern.compile(
            "createNativeQuery\\((?:(?!\\.class\\)).)*,\\s*"
                    + "(?:UUID|Boolean|Long|Integer|Double|String|Instant|byte\\[])\\.class\\)(?!\\s*\\.addScalar)",
            Pattern.DOTALL);

    @Test
    void areMadeInOnePlace() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            assertThat(files.filter(file -> file.toString().matches(".*/src/main/java/.*Repository\\.java"))
                            .flatMap(file -> plannedAnew(file).stream().map(query -> file + ": " + query)))
                    .isEmpty();
        }
    }

    private static List<String> plannedAnew(Path file) {
        try {
            return OF_ONE_VALUE
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
