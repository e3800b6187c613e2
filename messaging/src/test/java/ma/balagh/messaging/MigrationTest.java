package ma.balagh.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class MigrationTest {

    @Inject
    Database database;

    @Test
    void keepsNoIndexOfTheTimesInTheInbox() {
        // When
        List<String> indexes = database.list(
                String.class, "select indexname from pg_indexes where tablename = 'inbox' and schemaname = 'public'");

        // Then
        assertThat(indexes).containsExactly("inbox_pkey");
    }
}
