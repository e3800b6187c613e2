package ma.balagh.dispatch;

import static io.restassured.RestAssured.given;
import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.OpenApiOperationReader;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may call what: each endpoint without a token, with an expired one, with all wrong roles at once, from elsewhere. Each
 * wrong role by itself is for AccessIT.
 */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class AccessTest {

    private static final List<String> ALL_ROLES = List.of(
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

    private static final String UNIT = """
            {"callSign": "ACCESS-1", "kind": "CAR", "crew": 2, "jurisdiction": "MA-CAS"}""";
    private static final String POSITION = """
            {"latitude": 33.5, "longitude": -7.6}""";
    private static final String SHIFT =
            """
            {"beginsAt": "%s", "endsAt": "%s"}""".formatted(Instant.now(), Instant.now().plusSeconds(3600));
    private static final String HELP = """
            {"asking": "MA-CAS", "asked": "MA-RBA", "reason": "match", "until": "%s"}""".formatted(Instant.now().plusSeconds(3600));
    private static final String HOME = """
            {"name": "Anfa", "latitude": 33.5, "longitude": -7.6}""";
    private static final String OUTCOME = """
            {"kind": "NOT_FOUND", "note": "nobody there"}""";
    private static final String CORRECTION = """
            {"outcome": {"kind": "NOT_FOUND", "note": "nobody there"}, "reason": "the street was wrong"}""";
    private static final String REFERRAL = """
            {"court": "Casablanca", "reference": "2026/1", "at": "2026-11-25T00:00:00.000Z"}""";
    private static final String RUN_CARD = """
            {"jurisdiction": "MA-CAS-ACCESS", "type": "OTHER", "alarmLevel": 3,
             "requirements": [{"role": "LEAD", "count": 1}]}""";
    private static final String CLOSURE = """
            {"jurisdiction": "MA-CAS", "reason": "a march",
             "geometry": {"type": "LineString", "coordinates": [[-7.61, 33.59], [-7.6, 33.6]]}}""";
    private static final String DECISION = """
            {"kind": "CHARGED", "court": "Casablanca", "reference": "2026/1", "decidedAt": "2026-11-25T00:00:00.000Z",
             "summary": "charged"}""";
    private static final String POINTS = """
            {"points": [{"latitude": 33.5, "longitude": -7.6, "at": "2026-11-25T00:00:00Z"}], "permutations": 9, "seed": 1}""";
    private static final String PATROL_PLAN =
            """
            {"jurisdiction": "MA-CAS", "from": "%s", "to": "%s"}""".formatted(Instant.now(), Instant.now().plusSeconds(28_800));
    private static final String CALLBACK = """
            {"url": "https://partner.example.com/incidents"}""";
    private static final String COMMUNIQUE = """
            {"jurisdiction": "MA-CAS", "kind": "STATEMENT"}""";
    private static final String FINDING = """
            {"language": "fr", "kind": "NAME", "from": 0, "to": 5, "reason": "nom d'une avenue"}""";
    private static final String WITHDRAWAL = """
            {"reason": "the facts are not established"}""";
    private static final String TEXTS = """
            {"texts": {"fr": "Un texte"}}""";
    private static final String CLOSING = """
            {"finding": "UNSUBSTANTIATED", "reason": "another uniform"}""";

    private static final String HEARING = """
            {"role": "WITNESS", "person": "W-1", "place": "Rabat", "scheduledAt": "2026-12-01T09:00:00Z"}""";
    private static final String SUSPENSION = """
            {"person": "A.B.", "legalBasis": "statute, article 73", "beginsAt": "2026-12-01T00:00:00Z",
             "endsAt": "2027-01-01T00:00:00Z"}""";

    /** What everybody reads, without a token. */
    private static final List<String> PUBLIC = List.of(
            "GET /api/v1/public/black-spots",
            "GET /api/v1/public/statistics",
            "GET /api/v1/public/statistics.csv",
            "GET /api/v1/public/communiques",
            "GET /api/v1/public/communiques/feed.atom",
            "GET /api/v1/public/communiques/{id}",
            "GET /api/v1/public/communiques/{id}.cap");

    /** One that is there, for all who must not see it. */
    private static @Nullable UUID inquiry;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    record Endpoint(Method method, String path, String body, Set<String> roles) {

        int status(RequestSpecification request) {
            return status(request, IdGenerator.next());
        }

        int status(RequestSpecification request, UUID of) {
            var id = path.contains("{id}") ? new Object[] {of} : new Object[0];
            var address = path.replace("{person}", "1")
                    .replace("{path}", "0/999")
                    .replace("{duty}", "RIGHTS_READ")
                    .replace("{jurisdiction}", "MA-CAS")
                    .replace("{stage}", "ON_SCENE_TO_OUTCOME")
                    .replace("{unitId}", of.toString())
                    .replace("{stepId}", of.toString())
                    .replace("{hearingId}", of.toString())
                    .replace("{suspensionId}", of.toString());
            return (body.isEmpty() ? request : request.body(body))
                    .request(method, address, id)
                    .statusCode();
        }

        /** Somebody with every role but those that may. */
        TestTokens stranger() {
            return TestTokens.of(
                    "stranger",
                    ALL_ROLES.stream().filter(role -> !roles.contains(role)).toArray(String[]::new));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Endpoint> endpoints() {
        var commander = Set.of(Roles.COMMANDER);
        var unitReaders = Set.of(Roles.DISPATCHER, Roles.FIELD_UNIT);
        var dispatcher = Set.of(Roles.DISPATCHER);
        var planners = Set.of(Roles.DISPATCHER, Roles.COMMANDER);
        var readers = Set.of(Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER, Roles.FIELD_UNIT);
        var figures = Set.of(Roles.COMMANDER, Roles.AUDITOR);
        var closers = Set.of(Roles.DISPATCHER, Roles.JUDICIAL_OFFICER);
        var desk = Set.of(Roles.DISPATCHER, Roles.COMMANDER);
        var partners = Set.of(Roles.PARTNER);
        var referrers = Set.of(Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER);
        var followers = Set.of(Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER, Roles.ANALYST, Roles.AUDITOR);
        return Stream.of(
                new Endpoint(Method.GET, "/api/v1/units", "", unitReaders),
                new Endpoint(Method.POST, "/api/v1/units", UNIT, dispatcher),
                new Endpoint(Method.GET, "/api/v1/units/{id}", "", unitReaders),
                new Endpoint(Method.PUT, "/api/v1/units/{id}", UNIT, dispatcher),
                new Endpoint(Method.PUT, "/api/v1/units/{id}/position", POSITION, unitReaders),
                new Endpoint(
                        Method.PUT,
                        "/api/v1/unit-positions",
                        "{\"items\": [{\"unitId\": \"%s\", \"position\": %s}]}".formatted(UUID.randomUUID(), POSITION),
                        dispatcher),
                new Endpoint(Method.PUT, "/api/v1/units/{id}/status", "{\"status\": \"OFF_DUTY\"}", unitReaders),
                new Endpoint(Method.GET, "/api/v1/units/{id}/track", "", Set.of(Roles.DISPATCHER, Roles.COMMANDER)),
                new Endpoint(Method.GET, "/api/v1/help-requests", "", Set.of(Roles.DISPATCHER, Roles.COMMANDER)),
                new Endpoint(Method.GET, "/api/v1/help-requests/{id}", "", Set.of(Roles.DISPATCHER, Roles.COMMANDER)),
                new Endpoint(Method.POST, "/api/v1/help-requests", HELP, dispatcher),
                new Endpoint(Method.POST, "/api/v1/help-requests/{id}/grant", "{}", dispatcher),
                new Endpoint(Method.POST, "/api/v1/help-requests/{id}/refusal", "", dispatcher),
                new Endpoint(Method.POST, "/api/v1/help-requests/{id}/end", "", dispatcher),
                new Endpoint(Method.PUT, "/api/v1/units/{id}/shift", SHIFT, dispatcher),
                new Endpoint(Method.DELETE, "/api/v1/units/{id}/shift", "", dispatcher),
                new Endpoint(Method.PUT, "/api/v1/units/{id}/home-post", HOME, dispatcher),
                new Endpoint(Method.DELETE, "/api/v1/units/{id}/home-post", "", dispatcher),
                new Endpoint(Method.GET, "/api/v1/communiques", "", commander),
                new Endpoint(Method.POST, "/api/v1/communiques", COMMUNIQUE, commander),
                new Endpoint(Method.POST, "/api/v1/communiques/check", TEXTS, commander),
                new Endpoint(Method.GET, "/api/v1/communiques/{id}", "", commander),
                new Endpoint(Method.PUT, "/api/v1/communiques/{id}", COMMUNIQUE, commander),
                new Endpoint(Method.POST, "/api/v1/communiques/{id}/finding-answers", FINDING, commander),
                new Endpoint(Method.POST, "/api/v1/communiques/{id}/approval", "", commander),
                new Endpoint(Method.POST, "/api/v1/communiques/{id}/retraction", WITHDRAWAL, commander),
                new Endpoint(Method.GET, "/api/v1/incidents", "", readers),
                new Endpoint(
                        Method.GET,
                        "/api/v1/incidents/events",
                        "",
                        Set.of(Roles.DISPATCHER, Roles.COMMANDER, Roles.FIELD_UNIT)),
                new Endpoint(
                        Method.GET,
                        "/api/v1/incidents/events/position",
                        "",
                        Set.of(Roles.DISPATCHER, Roles.COMMANDER, Roles.FIELD_UNIT)),
                new Endpoint(Method.GET, "/api/v1/incidents/export", "", Set.of(Roles.COMMANDER)),
                new Endpoint(Method.GET, "/api/v1/incidents/exports", "", figures),
                new Endpoint(Method.GET, "/api/v1/incidents/{id}", "", readers),
                new Endpoint(Method.GET, "/api/v1/incidents/joint-assignment", "", planners),
                new Endpoint(Method.GET, "/api/v1/units/move-ups", "", planners),
                new Endpoint(Method.GET, "/api/v1/incidents/{id}/recommendations", "", dispatcher),
                new Endpoint(
                        Method.POST,
                        "/api/v1/incidents/{id}/assignments",
                        "{\"unitId\": \"%s\"}".formatted(IdGenerator.next()),
                        dispatcher),
                new Endpoint(
                        Method.POST,
                        "/api/v1/incidents/{id}/planned-units",
                        "{\"unitId\": \"%s\"}".formatted(IdGenerator.next()),
                        dispatcher),
                new Endpoint(Method.DELETE, "/api/v1/incidents/{id}/planned-units/{unitId}", "", dispatcher),
                new Endpoint(Method.POST, "/api/v1/incidents/{id}/outcome", OUTCOME, closers),
                new Endpoint(Method.POST, "/api/v1/incidents/{id}/outcome/corrections", CORRECTION, closers),
                new Endpoint(Method.POST, "/api/v1/incidents/{id}/referral", REFERRAL, closers),
                new Endpoint(
                        Method.POST, "/api/v1/incidents/{id}/cancellation", "{\"note\": \"called back\"}", dispatcher),
                new Endpoint(
                        Method.POST, "/api/v1/incidents/{id}/reopening", "{\"reason\": \"he came back\"}", closers),
                new Endpoint(Method.GET, "/api/v1/incidents/{id}/court-decisions", "", followers),
                new Endpoint(
                        Method.POST,
                        "/api/v1/incidents/{id}/court-decisions",
                        DECISION,
                        Set.of(Roles.JUDICIAL_OFFICER)),
                new Endpoint(Method.GET, "/api/v1/incidents/{id}/referral-file", "", referrers),
                new Endpoint(Method.GET, "/api/v1/incidents/{id}/rights", "", readers),
                new Endpoint(Method.POST, "/api/v1/incidents/{id}/rights", "{\"minor\": false}", unitReaders),
                new Endpoint(Method.PUT, "/api/v1/incidents/{id}/rights/{person}", "{\"minor\": false}", unitReaders),
                new Endpoint(
                        Method.PUT, "/api/v1/incidents/{id}/rights/{person}/{duty}", "{\"done\": true}", unitReaders),
                new Endpoint(Method.GET, "/api/v1/assignments/{id}", "", unitReaders),
                new Endpoint(Method.POST, "/api/v1/assignments/{id}/assistance", "{}", unitReaders),
                new Endpoint(
                        Method.POST, "/api/v1/assignments/{id}/stand-down", "{\"reason\": \"not needed\"}", dispatcher),
                new Endpoint(
                        Method.POST,
                        "/api/v1/assignments/{id}/reassignment",
                        "{\"incidentId\": \"%s\", \"reason\": \"graver\"}".formatted(IdGenerator.next()),
                        dispatcher),
                new Endpoint(
                        Method.POST, "/api/v1/assignments/{id}/progress", "{\"status\": \"EN_ROUTE\"}", unitReaders),
                new Endpoint(
                        Method.PUT,
                        "/api/v1/incidents/{id}/classification",
                        "{\"type\": \"THEFT\", \"alarmLevel\": 1}",
                        dispatcher),
                new Endpoint(Method.GET, "/api/v1/run-cards", "", desk),
                new Endpoint(Method.POST, "/api/v1/run-cards", RUN_CARD, desk),
                new Endpoint(Method.GET, "/api/v1/run-cards/{id}", "", desk),
                new Endpoint(Method.PUT, "/api/v1/run-cards/{id}", RUN_CARD, desk),
                new Endpoint(Method.GET, "/api/v1/road-closures", "", desk),
                new Endpoint(Method.POST, "/api/v1/road-closures", CLOSURE, desk),
                new Endpoint(Method.GET, "/api/v1/road-closures/{id}", "", desk),
                new Endpoint(Method.DELETE, "/api/v1/road-closures/{id}", "", desk),
                new Endpoint(Method.GET, "/api/v1/escalation-policies", "", desk),
                new Endpoint(Method.GET, "/api/v1/escalation-policies/{jurisdiction}", "", desk),
                new Endpoint(Method.PUT, "/api/v1/escalation-policies/{jurisdiction}", "{\"stages\": []}", desk),
                new Endpoint(
                        Method.GET,
                        "/api/v1/black-spots",
                        "",
                        Set.of(Roles.COMMANDER, Roles.DISPATCHER, Roles.ANALYST)),
                new Endpoint(
                        Method.POST, "/api/v1/black-spots/analysis", POINTS, Set.of(Roles.COMMANDER, Roles.ANALYST)),
                new Endpoint(Method.GET, "/api/v1/patrol-plans", "", desk),
                new Endpoint(Method.POST, "/api/v1/patrol-plans", PATROL_PLAN, desk),
                new Endpoint(Method.GET, "/api/v1/patrol-plans/effect", "", desk),
                new Endpoint(Method.GET, "/api/v1/patrol-plans/{id}", "", desk),
                new Endpoint(Method.POST, "/api/v1/patrol-plans/{id}/approval", "", commander),
                new Endpoint(Method.POST, "/api/v1/patrol-plans/{id}/withdrawal", WITHDRAWAL, commander),
                new Endpoint(Method.GET, "/api/v1/patrol-plans/{id}/dosage", "", desk),
                new Endpoint(Method.GET, "/api/v1/patrol-plans/{id}/observations", "", desk),
                new Endpoint(Method.GET, "/api/v1/patrol-visits", "", Set.of(Roles.FIELD_UNIT)),
                new Endpoint(
                        Method.PUT, "/api/v1/patrol-visits/{id}/observation", "{\"kind\": \"NOTHING\"}", unitReaders),
                new Endpoint(Method.POST, "/api/v1/callbacks", CALLBACK, partners),
                new Endpoint(
                        Method.GET, "/api/v1/callbacks", "", Set.of(Roles.PARTNER, Roles.COMMANDER, Roles.AUDITOR)),
                new Endpoint(Method.GET, "/api/v1/callbacks/{id}", "", partners),
                new Endpoint(Method.DELETE, "/api/v1/callbacks/{id}", "", Set.of(Roles.PARTNER, Roles.COMMANDER)),
                new Endpoint(Method.POST, "/api/v1/callbacks/{id}/secrets", "", partners),
                new Endpoint(Method.GET, "/api/v1/audit", "", Set.of(Roles.AUDITOR, Roles.DATA_PROTECTION_OFFICER)),
                new Endpoint(Method.GET, "/api/v1/audit/checkpoint", "", Set.of(Roles.AUDITOR, Roles.WITNESS)),
                new Endpoint(Method.GET, "/api/v1/audit/tile/{path}", "", Set.of(Roles.AUDITOR, Roles.WITNESS)),
                new Endpoint(Method.GET, "/api/v1/statistics/backlog", "", Set.of(Roles.COMMANDER)),
                new Endpoint(
                        Method.POST,
                        "/api/v1/statistics/desk-exports",
                        "{\"format\": \"PDF\"}",
                        Set.of(Roles.COMMANDER)),
                new Endpoint(Method.GET, "/api/v1/statistics/clocks", "", figures),
                new Endpoint(Method.GET, "/api/v1/statistics/clocks/{stage}/samples", "", figures),
                new Endpoint(Method.GET, "/api/v1/statistics/clocks/{stage}/samples.csv", "", figures),
                new Endpoint(Method.GET, "/api/v1/statistics/incident-stages", "", figures),
                new Endpoint(Method.GET, "/api/v1/statistics/incident-stages/{stage}/incidents", "", figures),
                new Endpoint(Method.GET, "/api/v1/statistics/incident-stages/{stage}/incidents.csv", "", figures));
    }

    static Stream<Endpoint> compartment() {
        var affairs = Set.of(Roles.INTERNAL_AFFAIRS);
        return Stream.of(
                new Endpoint(Method.GET, "/api/v1/inquiries", "", affairs),
                new Endpoint(Method.GET, "/api/v1/inquiries/{id}", "", affairs),
                inquiryAct("/owner", "{}"),
                inquiryAct("/reporter-answer", "{\"channel\": \"RECEIPT\", \"wording\": \"as it says\"}"),
                inquiryAct("/hold", "{\"reason\": \"a court asks\"}"),
                inquiryAct("/hold/lifting", "{\"reason\": \"it asks no more\"}"),
                inquiryAct("/steps", "{\"title\": \"see the roster\", \"dueAt\": \"2999-01-01T00:00:00Z\"}"),
                inquiryAct("/steps/{stepId}/completion", "{}"),
                inquiryAct("/hearings", HEARING),
                inquiryAct("/hearings/{hearingId}/record", "{\"record\": \"says nothing\"}"),
                inquiryAct(
                        "/attachments", "{\"evidenceId\": \"%s\", \"title\": \"film\"}".formatted(IdGenerator.next())),
                inquiryAct("/suspensions", SUSPENSION),
                inquiryAct("/suspensions/{suspensionId}/lifting", "{\"reason\": \"cleared\"}"),
                inquiryAct("/closing", CLOSING),
                inquiryAct("/closing/decision", "{\"decision\": \"CONFIRM\", \"reason\": \"agreed\"}"));
    }

    private static Endpoint inquiryAct(String path, String body) {
        return new Endpoint(Method.POST, "/api/v1/inquiries/{id}" + path, body, Set.of(Roles.INTERNAL_AFFAIRS));
    }

    static Stream<Endpoint> all() {
        return Stream.concat(endpoints(), compartment());
    }

    static Stream<Endpoint> single() {
        return all().filter(endpoint -> endpoint.path().contains("{id}"));
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
    void asksForAToken(Endpoint endpoint) {
        // When
        int status = endpoint.status(given().contentType(ContentType.JSON));

        // Then
        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesAnExpiredToken(Endpoint endpoint) {
        // Given
        var expired = TestTokens.of("expired", ALL_ROLES.toArray(String[]::new)).expired();

        // When
        int status = endpoint.status(as(expired));

        // Then
        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesWhoHasAllOtherRoles(Endpoint endpoint) {
        // When
        int status = endpoint.status(as(endpoint.stranger()));

        // Then
        assertThat(status).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("compartment")
    void hidesInquiriesFromWhoHasAllOtherRoles(Endpoint endpoint) {
        // Given
        if (inquiry == null) {
            inquiry = Story.inquiry(kafka);
        }

        // When
        int status = endpoint.status(as(endpoint.stranger()), inquiry);

        // Then
        assertThat(status).isEqualTo(404);
    }

    @Test
    void hidesInquiriesAlsoFromWhoSendsWhatNobodyMaySend() {
        as(TestTokens.of("stranger", Roles.COMMANDER))
                .urlEncodingEnabled(false)
                .get("/api/v1/inquiries?state=%00")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @MethodSource("single")
    void knowsNothingOfAnIdThatDoesNotExist(Endpoint endpoint) {
        // Given
        var person = TestTokens.of("person", endpoint.roles().iterator().next()).withUnit("ACCESS-2");

        // When
        int status = endpoint.status(as(person));

        // Then
        assertThat(status).isEqualTo(404);
    }

    @Test
    void hidesWhatLiesInAnotherJurisdiction() {
        // Given
        var incidentId = Story.incident(kafka);
        var unitId = Story.unit(Story.callSign());
        var rabat = TestTokens.of("rabat", Roles.DISPATCHER).withJurisdictions("MA-RBA");

        // When // Then
        as(rabat).get("/api/v1/incidents/{id}", incidentId).then().statusCode(404);
        as(rabat)
                .get("/api/v1/incidents/{id}/recommendations", incidentId)
                .then()
                .statusCode(404);
        as(rabat).get("/api/v1/units/{id}", unitId).then().statusCode(404);
        as(rabat).get("/api/v1/incidents").then().body("items.size()", equalTo(0));
        as(rabat).get("/api/v1/units").then().body("items.size()", equalTo(0));
        as(rabat)
                .body(OUTCOME)
                .post("/api/v1/incidents/{id}/outcome", incidentId)
                .then()
                .statusCode(404);
        as(TestTokens.of("anfa", Roles.DISPATCHER).withJurisdictions("MA-CAS-ANFA"))
                .header("If-Match", Story.UNASSIGNED)
                .body("{\"unitId\": \"%s\"}".formatted(unitId))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then()
                .statusCode(404);
    }
}
