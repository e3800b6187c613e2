package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class CompressionTest {

    private static final Pattern OWN_FILES = Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))");

    private static final Pattern FILM = Pattern.compile("\"(/renditions/[^\"]+/content\\?[^\"]*)\"");

    private final FakeServices services = FakeSuite.services();

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void compressesPagesAndWhatTheyAreMadeOf() throws Exception {
        // Given
        String page = Browser.of("amina", "analyst").page("/dossiers");
        var files = OWN_FILES
                .matcher(page)
                .results()
                .map(file -> file.group(1))
                .distinct()
                .toList();

        // Then
        assertThat(files).anyMatch(file -> file.endsWith(".css")).anyMatch(file -> file.endsWith(".js"));
        assertThat(encoding("/dossiers")).isEqualTo("gzip");
        for (String file : files) {
            assertThat(encoding(file)).as(file).isEqualTo("gzip");
        }
    }

    @Test
    void leavesMediaAsTheyAre() throws Exception {
        // Given
        services.answer("GET /renditions/" + Ids.RENDITION + "/content", 200, "video/mp4", new byte[100_000], Map.of());
        String page = Browser.of("amina", "analyst")
                .submit(
                        "/renditions/" + Ids.RENDITION,
                        "/renditions/" + Ids.RENDITION + "/viewing",
                        Map.of("purpose", "to see it"))
                .asString();

        // Then
        assertThat(encoding(FILM.matcher(page)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1)
                        .replace("&amp;", "&")))
                .isEmpty();
    }

    private static String encoding(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                            .header("Accept-Encoding", "gzip")
                            .header("Authorization", "Bearer " + FakeSuite.token("amina", "analyst"))
                            .build(),
                    BodyHandlers.ofByteArray());
            return answer.headers().firstValue("Content-Encoding").orElse("");
        }
    }
}
