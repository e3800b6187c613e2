package ma.balagh.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ma.balagh.platform.part.SuiteDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DevelopmentModeLauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private SuiteDirectories workplace;

    @BeforeEach
    void aSuite() {
        workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "analysis", "dispatch"})
    void migratesAsTheOwnerOfTheSchema(String application) {
        assertThat(environment(application))
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", application)
                .containsEntry("QUARKUS_FLYWAY_USERNAME", application + "_owner")
                .containsEntry("QUARKUS_FLYWAY_PASSWORD", application + "_owner-local");
    }

    @Test
    void hasTheRoadsAndTheMapOfTheSuite() throws IOException {
        // Given
        var roads = Files.writeString(data.resolve("morocco.osm.pbf"), "");
        Files.writeString(data.resolve("road-extract"), roads.toString());
        Files.writeString(data.resolve("map-file"), "/srv/morocco.pmtiles");

        // Then
        assertThat(environment("dispatch")).containsEntry("BALAGH_ROAD_EXTRACT", roads.toString());
        assertThat(environment("portal"))
                .containsEntry("BALAGH_MAP_FILE", "/srv/morocco.pmtiles")
                .doesNotContainKey("QUARKUS_FLYWAY_USERNAME");
    }

    @Test
    void leavesARunThatOnlyReadsWithoutTheOwnersPassword() {
        assertThat(ApplicationPart.of(workplace, SuiteApplication.INTAKE).environment())
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "intake")
                .doesNotContainKeys("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD");
    }

    private Map<String, String> environment(String application) {
        return new DevelopmentModeLauncher(workplace, application).environment();
    }
}
