package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OutagesTest.NothingIsThere.class)
class OperatorsOnlyTest {

    @Test
    void showsAProbeHowItIs() {
        assertThat(RestAssured.get("/q/health/live").getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/%68ealth/live", "/q/../q//health/ready", "/q/metrics"})
    void showsNothingToWhoComesThroughAnIngress(String path) {
        assertThat(fromOutside().get(path).getStatusCode()).isEqualTo(404);
    }

    @Test
    void showsThemWhatPartnersBuildOn() {
        assertThat(fromOutside().get("/q/openapi").getStatusCode()).isEqualTo(200);
    }

    private static RequestSpecification fromOutside() {
        return RestAssured.given().urlEncodingEnabled(false).header("X-Forwarded-For", "203.0.113.7");
    }
}
