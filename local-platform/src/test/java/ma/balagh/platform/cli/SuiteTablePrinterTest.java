package ma.balagh.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import ma.balagh.platform.suite.PartState;
import org.junit.jupiter.api.Test;

final class SuiteTablePrinterTest {

    @Test
    void showsWhatRunsWhereAndHowLongItTook() {
        // Given
        var parts = List.of(
                new PartState(
                        "intake", "http://localhost:8081", 4711L, Duration.ofMillis(1234), Duration.ofMillis(2050)),
                new PartState("portal", "http://localhost:8080", null, null, Duration.ZERO));
        // When
        var lines = new SuiteTablePrinter(parts).render().lines().toList();
        // Then
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("intake", "http://localhost:8081", "4711", "1.2 s", "2.1 s");
        assertThat(lines.get(2)).contains("portal").endsWith("stopped");
    }
}
