package ma.balagh.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import ma.balagh.platform.test.MetricsDocumentCheck;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class MetricsTest {

    @Test
    void areThoseOfTheDocument() throws IOException {
        // Given
        given().get("/nowhere");

        // When
        var published = given().get("/q/metrics").asString();

        // Then
        assertThat(MetricsDocumentCheck.beside(Path.of("")).errors("portal", published))
                .isEmpty();
    }
}
