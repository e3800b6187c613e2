package ma.balagh.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.List;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class PurposeTest {

    private static final String CONTENT = SAMPLES + "/" + IdGenerator.next() + "/content";

    @ParameterizedTest
    @CsvSource({
        "تحقيق في سرقة بالعنف, UTF-8",
        "Contrôle du dossier nº 7, UTF-8",
        "Contrôle du dossier nº 7, ISO-8859-1",
        "Review of the dossier, US-ASCII"
    })
    void readsTheBytesOfWhoeverSendsThemBare(String purpose, Charset charset) throws IOException {
        assertThat(bare(purpose, charset)).startsWith("HTTP/1.1 200").endsWith("{\"text\":\"%s\"}".formatted(purpose));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0A", "%0D%0A", "%00", "%1B%5B2J", "%C2%85", "%EF%BF%BE", "%EF%BF%BF"})
    void refusesWhatNoDocumentCanHold(String encoded) {
        // When
        Response response = byAnalyst()
                .header(Purpose.HEADER, "UTF-8''the%20dossier" + encoded + "at%20hand")
                .get(CONTENT);

        // Then
        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("violations.field")).isEqualTo(List.of(Purpose.HEADER));
    }

    @Test
    void refusesControlCharactersThatComeBare() throws IOException {
        assertThat(bare("the dossier\tat hand", UTF_8))
                .startsWith("HTTP/1.1 400")
                .contains(Purpose.HEADER);
        assertThat(bare("the dossier\u0085at hand", ISO_8859_1))
                .startsWith("HTTP/1.1 400")
                .contains(Purpose.HEADER);
    }

    /** Like curl: libraries encode a header in ways of their own. */
    private static String bare(String purpose, Charset charset) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write("""
                    GET %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    X-Purpose: %s\r
                    Connection: close\r
                    \r
                    """.formatted(
                            CONTENT, TestTokens.of("analyst", Roles.ANALYST).sign(), purpose)
                    .getBytes(charset));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
