package ma.balagh.dispatch;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dependency that is away makes a replica unready, never dead: nobody is helped by its restart. */
@QuarkusTest
@TestProfile(HealthTest.NothingIsThere.class)
class HealthTest {

    @ParameterizedTest
    @ValueSource(strings = {"Database connections health check", "Kafka", "identity provider"})
    void isNotReadyWithoutIt(String dependency) {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == '" + dependency + "' }.status", equalTo("DOWN"));
    }

    @Test
    void isAliveAllTheSame() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void hasStartedAllTheSame() {
        given().get("/q/health/started").then().statusCode(200).body("status", equalTo("UP"));
    }

    /** Neither database nor broker nor realm. */
    public static final class NothingIsThere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/balagh",
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none",
                    "quarkus.flyway.migrate-at-start", "false",
                    "quarkus.hibernate-orm.schema-management.strategy", "none",
                    "kafka.bootstrap.servers", "127.0.0.1:1");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
