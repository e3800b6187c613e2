package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ma.balagh.platform.test.TestPlatform;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class MigrationTest {

    /** As the databases have it that this migration was applied to first: Flyway refuses to start with another one. */
    private static final int APPLIED = 1457010449;

    @Inject
    Flyway flyway;

    @Inject
    Database database;

    @Test
    void leavesAMigrationAsItWasApplied() {
        assertThat(Arrays.stream(flyway.info().applied())
                        .filter(migration ->
                                Objects.toString(migration.getVersion()).equals("202611250002"))
                        .map(MigrationInfo::getChecksum))
                .containsExactly(APPLIED);
    }

    @Test
    void keepsNoIndexOfTheTimesInTheInbox() {
        // When
        List<String> indexes = database.list(
                String.class, "select indexname from pg_indexes where tablename = 'inbox' and schemaname = 'public'");

        // Then
        assertThat(indexes).containsExactly("inbox_pkey");
    }
}
