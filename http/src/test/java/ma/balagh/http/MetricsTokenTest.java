package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MetricsTokenTest.WithToken.class)
class MetricsTokenTest {

    public static final class WithToken implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(new OutagesTest.NothingIsThere().getConfigOverrides());
            overrides.put("balagh.metrics.token", "scraper");
            return overrides;
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void showsMetricsToTheHolderOfTheTokenAlone() {
        // This application publishes none: 404 is what the filter lets through.
        assertThat(RestAssured.get("/q/metrics").statusCode()).isEqualTo(401);
        assertThat(RestAssured.get("/q/metrics/json").statusCode()).isEqualTo(401);
        assertThat(with("another").get("/q/metrics").statusCode()).isEqualTo(401);
        assertThat(with("scraper").get("/q/metrics").statusCode()).isIn(200, 404);
        assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
