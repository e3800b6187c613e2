package ma.balagh.platform.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ma.balagh.platform.part.SuiteException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ResetCommandTest {

    @ParameterizedTest
    @CsvSource({"0, ./balagh reset --yes to", "100, ./balagh reset --yes --port-offset 100 to"})
    void saysHowToDeleteTheDataOfThisSuiteWhereNobodyCanBeAsked(String offset, String command) {
        // Given
        var reset = new ResetCommand();
        new CommandLine(reset).parseArgs("--port-offset", offset);
        // Then
        assertThatThrownBy(reset::call).isInstanceOf(SuiteException.class).hasMessageContaining(command);
    }
}
