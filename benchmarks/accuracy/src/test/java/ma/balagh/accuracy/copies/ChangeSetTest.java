package ma.balagh.accuracy.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSetTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z0-9_]+) \\|");

    @ParameterizedTest
    @CsvSource({"POSTED, 31", "FURTHER, 39", "HARDER, 16"})
    void hasEachChangeOnce(ChangeSet set, int count) {
        assertThat(set.names()).doesNotHaveDuplicates().hasSize(count);
    }

    /** What the tables of the documentation name can be made by the command below them. */
    @ParameterizedTest
    @CsvSource({"POSTED, FURTHER"})
    void hasAllThatTheDocumentationNames(ChangeSet posted, ChangeSet further) throws Exception {
        String tables = Files.readString(Path.of("../../docs/laboratory.md"));
        List<String> named = ROW.matcher(tables.substring(tables.indexOf("| change |")))
                .results()
                .map(row -> row.group(1))
                .filter(name -> posted.names().contains(name) || further.names().contains(name))
                .toList();

        assertThat(named).containsAll(posted.names()).containsAll(further.names());
    }
}
