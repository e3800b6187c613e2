package ma.balagh.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.OpenApiOperationReader;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what: a table of every endpoint and every role. Each wrong role by itself is for AccessIT. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class AccessTest {

    private static final String NOWHERE = "/api/v1/dossiers/" + IdGenerator.next();
    private static final String KNOWN = "/api/v1/known-footage";
    private static final String EXAMINATION = "/api/v1/examinations/" + IdGenerator.next();
    private static final String RENDITION = "/api/v1/renditions/" + IdGenerator.next();
    private static final Set<String> READERS =
            Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR, Roles.INTERNAL_AFFAIRS);

    private static final Set<String> OF_REFERRALS = Set.of(
            Roles.DISPATCHER,
            Roles.ANALYST,
            Roles.JUDICIAL_OFFICER,
            Roles.COMMANDER,
            Roles.AUDITOR,
            Roles.INTERNAL_AFFAIRS);

    private static final Set<String> OF_STILLS = Set.of(
            Roles.DISPATCHER, Roles.FIELD_UNIT, Roles.COMMANDER, Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.AUDITOR);

    /** One call, who may make it, and what they are answered for a dossier that does not exist. */
    private record Endpoint(
            Method method, String path, @Nullable String body, Set<String> roles, int answer) {}

    private static final Endpoint[] ENDPOINTS = {
        new Endpoint(Method.GET, "/api/v1/dossiers", null, READERS, 200),
        new Endpoint(Method.GET, "/api/v1/dossiers/backlog", null, Set.of(Roles.COMMANDER), 200),
        new Endpoint(Method.GET, NOWHERE, null, READERS, 404),
        new Endpoint(Method.GET, NOWHERE + "/reports", null, READERS, 404),
        new Endpoint(Method.GET, NOWHERE + "/evidence", null, OF_REFERRALS, 404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/reports",
                "{\"reportIds\": [\"%s\"], \"reason\": \"La même scène\"}".formatted(IdGenerator.next()),
                Set.of(Roles.ANALYST),
                404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/verdict-proposals",
                "{\"verdict\": \"FALSE_REPORT\", \"reasons\": \"Vu les images\"}",
                Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER),
                404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/verdict-proposals/" + IdGenerator.next() + "/decision",
                "{\"decision\": \"CONFIRM\", \"reason\": \"Conforme\"}",
                Set.of(Roles.JUDICIAL_OFFICER),
                404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/join",
                "{\"dossierId\": \"%s\", \"reason\": \"La même scène\"}".formatted(IdGenerator.next()),
                Set.of(Roles.ANALYST),
                404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/separation",
                "{\"evidenceIds\": [\"%s\"], \"reason\": \"Une autre rue\"}".formatted(IdGenerator.next()),
                Set.of(Roles.ANALYST),
                404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/reopening",
                "{\"reason\": \"Un fait nouveau\"}",
                Set.of(Roles.JUDICIAL_OFFICER),
                404),
        new Endpoint(
                Method.POST,
                NOWHERE + "/reopening/" + IdGenerator.next() + "/decision",
                "{\"decision\": \"CONFIRM\", \"reason\": \"Conforme\"}",
                Set.of(Roles.JUDICIAL_OFFICER),
                404),
        new Endpoint(Method.GET, NOWHERE + "/report.pdf", null, OF_REFERRALS, 428),
        new Endpoint(Method.GET, NOWHERE + "/still", null, OF_STILLS, 404),
        new Endpoint(Method.GET, NOWHERE + "/still/content", null, OF_STILLS, 404),
        new Endpoint(
                Method.PUT,
                NOWHERE + "/urgency",
                "{\"level\": \"HIGH\", \"reason\": \"Vu les images\"}",
                Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER),
                404),
        new Endpoint(Method.DELETE, NOWHERE + "/urgency", null, Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER), 404),
        new Endpoint(Method.GET, KNOWN, null, Set.of(Roles.ANALYST), 200),
        new Endpoint(Method.GET, KNOWN + "/" + IdGenerator.next(), null, Set.of(Roles.ANALYST), 404),
        new Endpoint(Method.DELETE, KNOWN + "/" + IdGenerator.next(), null, Set.of(Roles.ANALYST), 404),
        new Endpoint(
                Method.POST,
                KNOWN,
                "{\"evidenceId\": \"%s\", \"kind\": \"CASE\", \"reference\": \"1\", \"summary\": \"Vol\"}"
                        .formatted(IdGenerator.next()),
                Set.of(Roles.ANALYST),
                404),
        // It asks for the evidence whose examinations are meant.
        new Endpoint(Method.GET, "/api/v1/examinations", null, READERS, 400),
        new Endpoint(Method.GET, EXAMINATION, null, READERS, 404),
        new Endpoint(Method.GET, EXAMINATION + "/frames/1", null, READERS, 428),
        new Endpoint(Method.GET, EXAMINATION + "/still", null, READERS, 428),
        new Endpoint(Method.GET, EXAMINATION + "/contact-sheet", null, READERS, 428),
        new Endpoint(Method.GET, EXAMINATION + "/renditions", null, READERS, 404),
        new Endpoint(
                Method.POST,
                EXAMINATION + "/renditions",
                "{\"kind\": \"PLAYABLE\"}",
                Set.of(Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.INTERNAL_AFFAIRS),
                404),
        new Endpoint(Method.GET, RENDITION, null, READERS, 404),
        new Endpoint(Method.GET, RENDITION + "/content", null, READERS, 404),
        new Endpoint(Method.GET, "/api/v1/audit", null, Set.of(Roles.AUDITOR, Roles.DATA_PROTECTION_OFFICER), 200),
        new Endpoint(Method.GET, "/api/v1/audit/checkpoint", null, Set.of(Roles.AUDITOR, Roles.WITNESS), 200),
        new Endpoint(Method.GET, "/api/v1/audit/tile/nothing", null, Set.of(Roles.AUDITOR, Roles.WITNESS), 404),
        // JSON is no medium.
        new Endpoint(Method.POST, KNOWN + "/search", "{}", Set.of(Roles.ANALYST, Roles.PARTNER), 415)
    };

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

    static Stream<Arguments> everyEndpointAndRole() {
        return everyEndpoint().flatMap(endpoint -> endpoint.roles().stream().map(role -> Arguments.of(endpoint, role)));
    }

    static Stream<Endpoint> everyEndpoint() {
        return Stream.of(ENDPOINTS);
    }

    @Test
    void hasARowForEveryOperation() throws IOException {
        // When
        var published = OpenApiOperationReader.of(
                given().queryParam("format", "json").get("/q/openapi").asString());

        // Then
        var rows = everyEndpoint().map(row -> row.method() + " " + row.path()).toList();
        assertThat(published.without(rows)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEndpointAndRole")
    void letsInWhoIsMeant(Endpoint endpoint, String role) {
        call(endpoint, TestTokens.of("somebody", role)).statusCode(endpoint.answer());
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void refusesWhoHasAllOtherRoles(Endpoint endpoint) {
        // Given
        var others = ALL_ROLES.stream()
                .filter(role -> !endpoint.roles().contains(role))
                .toArray(String[]::new);

        // When // Then
        call(endpoint, TestTokens.of("stranger", others)).statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void letsNobodyInWithoutAGoodToken(Endpoint endpoint) {
        call(endpoint, null).statusCode(401).body("type", endsWith("/problems/unauthorized"));
        TestTokens good = TestTokens.of("officer", Roles.JUDICIAL_OFFICER);
        call(endpoint, good.expired()).statusCode(401);
        call(endpoint, good.withAudience("another-suite")).statusCode(401);
    }

    private static ValidatableResponse call(Endpoint endpoint, @Nullable TestTokens token) {
        var request = given();
        if (token != null) {
            request.auth().oauth2(token.sign());
        }
        if (endpoint.body() != null) {
            request.contentType(ContentType.JSON).body(endpoint.body());
        }
        return request.request(endpoint.method(), endpoint.path()).then();
    }
}
