package ma.balagh.accuracy.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSetTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z0-9_]+) \\|");

    @ParameterizedTest
    @CsvSource({"POSTED, 31", "FURTHER, 39", "HARDER, 16"})
    void hasEachChangeOnce(ChangeSet set, int count) {
        assertThat(set.names()).doesNotHaveDuplicates().hasSize(count);
    }

    /** The tables of the documentation have a row for each change that the command below them makes. */
    @Test
    void isWholeInTheDocumentation() throws Exception {
        String tables = Files.readString(Path.of("../../docs/laboratory.md"));
        List<String> named = ROW.matcher(tables.substring(tables.indexOf("| change |"), tables.indexOf("## The index")))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(named).containsAll(ChangeSet.POSTED.names()).containsAll(ChangeSet.FURTHER.names());
    }
}
