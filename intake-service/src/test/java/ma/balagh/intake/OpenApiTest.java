package ma.balagh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.test.OpenApiBoundsCheck;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class OpenApiTest {

    @Test
    void keepsTheDocumentInTheSourceTree() throws IOException {
        // When
        String served = RestAssured.get("/q/openapi").asString();
        // Then
        Path copy = Files.writeString(Path.of("target/openapi.yaml"), served);
        Path kept = Path.of("openapi.yaml");
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("when the interface was meant to change: cp %s %s", copy, kept)
                .isEqualTo(served);
    }

    @Test
    void boundsWhatComesIn() throws IOException {
        // When
        String published = RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .asString();

        // Then
        assertThat(OpenApiBoundsCheck.unbounded(published)).isEmpty();
    }
}
