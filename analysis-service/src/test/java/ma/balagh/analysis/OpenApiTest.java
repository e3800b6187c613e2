package ma.balagh.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.test.OpenApiBoundsCheck;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class OpenApiTest {

    private static final Path DOCUMENT = Path.of("openapi.yaml");

    /** After a change of the interface: run with {@code -Dbalagh.openapi.write=true} and read the difference. */
    @Test
    void keepsTheDocumentInTheSourceTreeUpToDate() throws IOException {
        // When
        String published =
                given().queryParam("format", "yaml").get("/q/openapi").asString();
        if (Boolean.getBoolean("balagh.openapi.write")) {
            Files.writeString(DOCUMENT, published);
        }

        // Then
        assertThat(Files.readString(DOCUMENT)).isEqualTo(published);
    }

    @Test
    void boundsWhatComesIn() throws IOException {
        // When
        String published =
                given().queryParam("format", "json").get("/q/openapi").asString();

        // Then
        assertThat(OpenApiBoundsCheck.unbounded(published)).isEmpty();
    }
}
