package ma.balagh.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import ma.balagh.platform.test.MetricsDocumentCheck;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class MetricsTest {

    @Test
    void areThoseOfTheDocument() throws IOException {
        // Given
        given().get("/api/v1/nowhere");

        // When
        var published = given().get("/q/metrics").asString();

        // Then
        assertThat(MetricsDocumentCheck.beside(Path.of("")).errors("analysis", published))
                .isEmpty();
    }
}
