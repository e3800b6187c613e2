package ma.balagh.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.OpenApiOperationReader;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what: a table of every endpoint and every role. Each wrong role by itself is for AccessIT. */
@QuarkusTest
class AccessTest {

    private static final Set<String> ALL_ROLES = Set.of(
            Roles.INTAKE_OFFICER,
            Roles.PARTNER,
            Roles.ANALYST,
            Roles.JUDICIAL_OFFICER,
            Roles.DISPATCHER,
            Roles.FIELD_UNIT,
            Roles.INTERNAL_AFFAIRS,
            Roles.COMMANDER,
            Roles.AUDITOR,
            Roles.DATA_PROTECTION_OFFICER,
            Roles.WITNESS,
            Roles.LABORATORY);

    private static final String ENDPOINTS = """
            POST   /reports                                            INTAKE PARTNER
            GET    /reports                                            STAFF PARTNER
            POST   /reports/answers                                    INTAKE
            GET    /reports/ageing                                     INTAKE COMMANDER AUDITOR
            GET    /reports/answer-times                               INTAKE COMMANDER AUDITOR
            GET    /reports/answer-times/reports                       INTAKE COMMANDER AUDITOR
            GET    /reports/unanswered                                 INTAKE COMMANDER AUDITOR
            GET    /reports/weekly                                     INTAKE COMMANDER AUDITOR
            GET    /reports/{id}                                       STAFF PARTNER
            POST   /reports/{id}/media                                 INTAKE PARTNER
            POST   /field-media                                        UNIT
            GET    /reports/{id}/reporter                              INTAKE
            POST   /reports/{id}/rule-stop                             INTAKE
            POST   /reports/{id}/rule-resumption                       INTAKE
            GET    /receipts                                           STAFF PARTNER
            GET    /receipts/{id}                                      STAFF PARTNER
            GET    /answer-texts                                       INTAKE COMMANDER AUDITOR
            GET    /answer-texts/{id}                                  INTAKE COMMANDER AUDITOR
            PUT    /answer-texts/{id}                                  INTAKE COMMANDER
            GET    /answer-texts/{id}/versions                         INTAKE COMMANDER AUDITOR
            POST   /answer-texts/{id}/proposals/{id}/decision          INTAKE COMMANDER
            POST   /uploads                                            INTAKE PARTNER
            GET    /uploads/{id}                                       INTAKE PARTNER
            HEAD   /uploads/{id}                                       INTAKE PARTNER
            PATCH  /uploads/{id}                                       INTAKE PARTNER
            DELETE /uploads/{id}                                       INTAKE PARTNER
            GET    /media-links                                        INTAKE
            GET    /media-links/{id}                                   INTAKE
            POST   /media-links/{id}/retry                             INTAKE
            GET    /callbacks                                          PARTNER
            POST   /callbacks                                          PARTNER
            GET    /callbacks/{id}                                     PARTNER
            DELETE /callbacks/{id}                                     PARTNER
            POST   /callbacks/{id}/secrets                             PARTNER
            GET    /evidence/refilings                                 AFFAIRS
            GET    /evidence/{id}                                      STAFF PARTNER LABORATORY
            GET    /evidence/{id}/content                              STAFF LABORATORY
            GET    /evidence/{id}/bundle                               STAFF
            GET    /evidence/{id}/custody                              STAFF
            GET    /evidence/{id}/custody/compartment                  AFFAIRS
            POST   /evidence/{id}/disclosures                          OFFICER COMMANDER AFFAIRS
            GET    /custody/anchors                                    AUDITOR
            GET    /audit                                              AUDITOR PROTECTION
            GET    /audit/checkpoint                                   AUDITOR WITNESS
            GET    /audit/tile/{path}                                  AUDITOR WITNESS
            POST   /custody/anchors                                    AUDITOR
            GET    /sources                                            INTAKE COMMANDER
            POST   /sources                                            INTAKE
            GET    /sources/health                                     INTAKE COMMANDER
            GET    /sources/{id}                                       INTAKE COMMANDER
            PUT    /sources/{id}                                       INTAKE
            DELETE /sources/{id}                                       INTAKE
            POST   /sources/{id}/poll                                  INTAKE
            POST   /sources/{id}/secrets                               INTAKE
            GET    /items                                              INTAKE
            GET    /items/quality                                      INTAKE
            GET    /items/{id}                                         INTAKE
            POST   /items/{id}/review                                  INTAKE
            GET    /relevance/terms                                    INTAKE
            PUT    /relevance/terms                                    INTAKE
            GET    /relevance/terms/versions                           INTAKE
            GET    /relevance/terms/versions/1                         INTAKE
            POST   /relevance/assessments                              INTAKE
            GET    /retention/plan                                     COMMANDER AUDITOR AFFAIRS
            GET    /retention/due                                      COMMANDER AUDITOR AFFAIRS
            GET    /retention/runs                                     COMMANDER AUDITOR AFFAIRS
            POST   /retention/runs                                     COMMANDER AFFAIRS
            POST   /retention/open-case-runs                           COMMANDER AFFAIRS
            GET    /legal-holds                                        OFFICER COMMANDER AUDITOR AFFAIRS
            POST   /legal-holds                                        OFFICER COMMANDER AFFAIRS
            GET    /legal-holds/{id}                                   OFFICER COMMANDER AUDITOR AFFAIRS
            POST   /legal-holds/{id}/lifting                           OFFICER COMMANDER AFFAIRS
            """;

    /** A signature takes the place of a token. */
    private static final Endpoint SIGNED = new Endpoint(Method.POST, "/sources/{id}/deliveries", Set.of());

    /** What everybody reads, without a token. */
    private static final List<String> PUBLIC = List.of("GET /api/v1/public/receipts/{code}");

    private record Endpoint(Method method, String path, Set<String> roles) {

        static Endpoint read(String row) {
            var words = row.split(" +");
            var roles = Stream.of(words).skip(2).flatMap(AccessTest::roles).collect(Collectors.toSet());
            return new Endpoint(Method.valueOf(words[0]), words[1], roles);
        }

        boolean isRead() {
            return method == Method.GET || method == Method.HEAD;
        }

        int status(RequestSpecification request) {
            if (!isRead()) {
                request.contentType(path.endsWith("media") ? "video/mp4" : ContentType.JSON.toString())
                        .body("{}".getBytes(UTF_8));
            }
            return request.header("Tus-Resumable", "1.0.0")
                    .header("X-Purpose", "Checking who may look")
                    .request(
                            method,
                            "/api/v1"
                                    + path.replace("{id}", IdGenerator.next().toString())
                                            .replace("{path}", "0/999"))
                    .statusCode();
        }

        @Override
        public String toString() {
            return method + " /api/v1" + path;
        }
    }

    private static Stream<String> roles(String word) {
        return switch (word) {
            case "INTAKE" -> Stream.of(Roles.INTAKE_OFFICER);
            case "OFFICER" -> Stream.of(Roles.JUDICIAL_OFFICER);
            case "AFFAIRS" -> Stream.of(Roles.INTERNAL_AFFAIRS);
            case "COMMANDER" -> Stream.of(Roles.COMMANDER);
            case "AUDITOR" -> Stream.of(Roles.AUDITOR);
            case "PROTECTION" -> Stream.of(Roles.DATA_PROTECTION_OFFICER);
            case "WITNESS" -> Stream.of(Roles.WITNESS);
            case "UNIT" -> Stream.of(Roles.FIELD_UNIT);
            case "PARTNER" -> Stream.of(Roles.PARTNER);
            case "LABORATORY" -> Stream.of(Roles.LABORATORY);
            case "STAFF" ->
                Stream.of(
                        Roles.INTAKE_OFFICER,
                        Roles.ANALYST,
                        Roles.JUDICIAL_OFFICER,
                        Roles.DISPATCHER,
                        Roles.INTERNAL_AFFAIRS,
                        Roles.COMMANDER,
                        Roles.AUDITOR);
            default -> throw new IllegalArgumentException(word);
        };
    }

    static Stream<Endpoint> ofRoles() {
        return ENDPOINTS.lines().map(Endpoint::read);
    }

    static Stream<Endpoint> reads() {
        return ofRoles().filter(Endpoint::isRead);
    }

    static Stream<Endpoint> all() {
        return Stream.concat(ofRoles(), Stream.of(SIGNED));
    }

    @Test
    void hasARowForEveryOperation() throws IOException {
        // When
        var published = OpenApiOperationReader.of(
                given().queryParam("format", "json").get("/q/openapi").asString());

        // Then
        assertThat(published.without(all().map(Endpoint::toString).toList()))
                .containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @ParameterizedTest
    @MethodSource("all")
    void letsNobodyInWithoutAGoodToken(Endpoint endpoint) {
        var expired = TestTokens.of("expired", ALL_ROLES.toArray(String[]::new)).expired();
        assertThat(endpoint.status(given())).isEqualTo(401);
        assertThat(endpoint.status(People.as(expired))).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("ofRoles")
    void refusesWhoHasAllOtherRoles(Endpoint endpoint) {
        // Given
        var others = ALL_ROLES.stream()
                .filter(role -> !endpoint.roles().contains(role))
                .toArray(String[]::new);

        // When // Then
        assertThat(endpoint.status(People.as(TestTokens.of("stranger", others))))
                .isEqualTo(403);
    }

    /** What changes something is called by whoever may call it in the tests of its feature. */
    @ParameterizedTest
    @MethodSource("reads")
    void letsEveryReaderIn(Endpoint endpoint) {
        for (String role : endpoint.roles()) {
            assertThat(endpoint.status(People.as(TestTokens.of("reader", role))))
                    .as(role)
                    .isNotIn(401, 403);
        }
    }
}
