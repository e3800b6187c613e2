package ma.balagh.platform.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.suite.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrometheusPartTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private SuiteDirectories workplace;

    @BeforeEach
    void aNewSuite() {
        workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
    }

    @Test
    void isConfiguredAsPrometheusWantsIt() throws IOException, InterruptedException {
        // Given
        var part = new PrometheusPart(workplace);

        // When
        part.configure();

        // Then
        Promtool.accepts(data, "check", "config", part.configuration().toString());
        assertThat(Files.readString(part.configuration()))
                .contains("job_name: intake", "127.0.0.1:8581", "job_name: portal", "127.0.0.1:8580");
    }

    @Test
    void belongsToASuiteThatIsObserved() {
        assertThat(new Suite(workplace).partNames()).doesNotContain("prometheus");
        assertThat(new Suite(workplace).observed().observed().partNames()).containsOnlyOnce("prometheus");
    }

    @Test
    void isFoundByWhoeverStopsTheSuite() throws IOException {
        // When
        Files.createDirectories(workplace.pidFile("prometheus").getParent());
        Files.createFile(workplace.pidFile("prometheus"));

        // Then
        assertThat(new Suite(workplace).partNames()).contains("prometheus");
    }
}
