package ma.balagh.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LaboratoryCommandTest {

    private static final String[] ARGUMENTS = {
        "--json", "--lang=fr", "-x", "--", "--help", "@file", "\"quoted\"", "it's", "two\nlines", "", "up", "--", "درب"
    };

    @ParameterizedTest
    @ValueSource(strings = {"examine", "match"})
    void handsEveryArgumentOnAsItIs(String name) {
        // When
        var parsed = CommandLineRunner.commandLine()
                .parseArgs(Stream.concat(Stream.of(name), Stream.of(ARGUMENTS)).toArray(String[]::new));
        // Then
        var command = parsed.subcommand().commandSpec().userObject();
        assertThat(command)
                .isInstanceOfSatisfying(
                        LaboratoryCommand.class,
                        laboratory -> assertThat(laboratory.arguments()).containsExactly(ARGUMENTS));
    }
}
