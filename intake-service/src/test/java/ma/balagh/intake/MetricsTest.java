package ma.balagh.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import ma.balagh.platform.test.MetricsDocumentCheck;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    @Test
    void areThoseOfTheDocument() throws IOException {
        // Given
        given().get("/api/v1/nowhere");

        // When
        var published = given().get("/q/metrics").asString();

        // Then
        assertThat(MetricsDocumentCheck.beside(Path.of("")).errors("intake", published))
                .isEmpty();
    }
}
