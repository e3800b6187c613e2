package ma.balagh.dispatch.statistics;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class DeskExportResourceTest {

    private static final String EXPORTS = "/api/v1/statistics/desk-exports";

    /** Somebody of whom no other test knows. */
    private final String name = "commander-" + UUID.randomUUID();

    private final TestTokens commander = TestTokens.of(name, Roles.COMMANDER);

    @Inject
    Database database;

    @Test
    void notesWhoTookTheDeskAlongAndAsWhat() {
        // When
        for (var format : List.of("CSV", "PDF")) {
            as(commander).body(Map.of("format", format)).post(EXPORTS).then().statusCode(204);
        }

        // Then
        assertThat(database.list(
                        String.class,
                        "select format from desk_export where exported_by = ? order by exported_at",
                        name))
                .containsExactly("CSV", "PDF");
    }

    @Test
    void notesNothingOfWhatIsNoFile() {
        // When
        as(commander).body(Map.of("format", "SCREEN")).post(EXPORTS).then().statusCode(400);
        as(commander).body(Map.of()).post(EXPORTS).then().statusCode(400);

        // Then
        assertThat(database.list(String.class, "select format from desk_export where exported_by = ?", name))
                .isEmpty();
    }
}
