package ma.balagh.platform.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ma.balagh.platform.part.SuiteFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class DemoCommandTest {

    @ParameterizedTest
    @CsvSource({"--at http://balagh.localhost --native, leave --native out", "--at balagh.localhost, --at: "})
    void refusesWhatMakesNoSenseForASuiteElsewhere(String line, String why) {
        // Given
        var demo = new DemoCommand();
        new CommandLine(demo).parseArgs(line.split(" "));
        // Then
        assertThatThrownBy(demo::call).isInstanceOf(SuiteFailure.class).hasMessageContaining(why);
    }
}
