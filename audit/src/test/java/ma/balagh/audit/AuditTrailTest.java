package ma.balagh.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class AuditTrailTest {

    private static final TestTokens AUDITOR = TestTokens.of("auditor", Roles.AUDITOR);
    private static final List<Integer> AGES = List.of(0, 0, 2, 5, 50, 51, 400, 4_000, 15_000);

    @Inject
    DataSource pool;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void goesBackHoweverFar(int limit) throws SQLException {
        // Given
        UUID record = IdGenerator.next();
        for (int days : AGES) {
            insert(record, days);
        }

        // When
        var ages = new ArrayList<Integer>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = page("record=%s&limit=%d%s".formatted(record, limit, cursor));
            ages.addAll(page.getList("items.at", String.class).stream()
                    .map(AuditTrailTest::days)
                    .toList());
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }

        // Then
        assertThat(ages).isEqualTo(AGES);
    }

    @Test
    void keepsToTheTimeThatIsAskedFor() throws SQLException {
        // Given
        UUID record = IdGenerator.next();
        for (int days : AGES) {
            insert(record, days);
        }

        // When
        var page = page("record=%s&from=%s&to=%s".formatted(record, ago(51).minusSeconds(60), ago(3)));

        // Then
        assertThat(page.getList("items.at", String.class).stream().map(AuditTrailTest::days))
                .containsExactly(5, 50, 51);
    }

    private static JsonPath page(String query) {
        return given().auth()
                .oauth2(AUDITOR.sign())
                .urlEncodingEnabled(false)
                .get("/api/v1/audit?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void insert(UUID record, int days) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("""
                        insert into act (id, at, person, name, subject)
                        values (uuidv7(), now() - make_interval(hours => 24 * ?), 'p-1', 'analyst', ?)
                        """)) {
            statement.setInt(1, days);
            statement.setObject(2, record);
            statement.execute();
        }
    }

    private static int days(String at) {
        return (int) Duration.between(Instant.parse(at), Instant.now()).toDays();
    }

    private static Instant ago(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }
}
