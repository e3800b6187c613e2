package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import ma.balagh.platform.test.TestPostgres;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class CommonConfigurationTest {

    @Test
    void publishesAnInterfaceDescriptionThatAsksForBearerTokens() {
        // When
        JsonPath description = RestAssured.get("/q/openapi?format=json").jsonPath();

        // Then
        assertThat(description.getString("components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
        assertThat(description.getList("paths.'/api/v1/samples/who'.get.security"))
                .isNotEmpty();
    }

    @Test
    void staysWithHttp11SoThatAStreamedBodyWaitsForItsReader() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            // When
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/q/openapi"))
                            .build(),
                    BodyHandlers.discarding());

            // Then
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void keepsNoTracesUnlessAPlaceOfOperationAsksForThem() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.otel.traces.sampler.arg", Double.class))
                .isZero();
    }
}
