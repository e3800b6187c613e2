package ma.balagh.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;

/** What tests tell the service, as people and as the other services would. */
public final class Story {

    public static final TestTokens DISPATCHER = TestTokens.of("dispatcher", Roles.DISPATCHER);
    public static final TestTokens COMMANDER = TestTokens.of("commander", Roles.COMMANDER);
    public static final TestTokens OFFICER = TestTokens.of("officer", Roles.JUDICIAL_OFFICER);
    public static final TestTokens AFFAIRS = TestTokens.of("affairs", Roles.INTERNAL_AFFAIRS);

    /** United Nations Square in Casablanca. */
    public static final double LATITUDE = 33.5951;

    public static final double LONGITUDE = -7.6187;

    /** The tag of the version that an incident starts with. */
    public static final String UNASSIGNED = "\"1\"";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Story() {}

    public static RequestSpecification as(TestTokens person) {
        return given().auth().oauth2(person.sign()).contentType(ContentType.JSON);
    }

    public static TestTokens fieldUnit(String callSign) {
        return TestTokens.of(callSign.toLowerCase(Locale.ROOT), Roles.FIELD_UNIT)
                .withUnit(callSign);
    }

    /** A call sign that no other test has. */
    public static String callSign() {
        var id = IdGenerator.next().toString();
        return "T-" + id.substring(id.length() - 12).toUpperCase(Locale.ROOT);
    }

    /** A time as every answer has it, with its milliseconds even if they are zero: {@code toString} leaves those out. */
    public static String inJson(Instant time) {
        return new DateTimeFormatterBuilder()
                .appendInstant(3)
                .toFormatter(Locale.ROOT)
                .format(time);
    }

    public static Map<String, Object> description(String callSign) {
        return Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", "MA-CAS");
    }

    /** An available unit of Casablanca. */
    public static UUID unit(String callSign) {
        return unit(callSign, "MA-CAS");
    }

    public static UUID unit(String callSign, String jurisdiction) {
        var unit = as(DISPATCHER)
                .body(Map.of("callSign", callSign, "kind", "CAR", "crew", 2, "jurisdiction", jurisdiction))
                .post("/api/v1/units")
                .then()
                .statusCode(201)
                .extract()
                .as(JsonNode.class);
        return UUID.fromString(unit.get("id").asText());
    }

    /** A closure across a street of Casablanca. */
    public static UUID roadClosure() {
        String id = as(DISPATCHER)
                .body("""
                        {"jurisdiction": "MA-CAS", "reason": "a march",
                         "geometry": {"type": "LineString", "coordinates": [[-7.61, 33.59], [-7.6, 33.6]]}}""")
                .post("/api/v1/road-closures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    /** What a commander asks for: eight hours of these units, with a market beside the black spots. */
    public static Map<String, Object> patrolPlan(String jurisdiction, Instant from, UUID... units) {
        var to = from.plus(Duration.ofHours(8));
        return Map.of(
                "jurisdiction",
                jurisdiction,
                "from",
                from.toString(),
                "to",
                to.toString(),
                "units",
                List.of(units),
                "places",
                List.of(Map.of(
                        "name",
                        "Souk",
                        "latitude",
                        LATITUDE,
                        "longitude",
                        LONGITUDE,
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "visits",
                        4,
                        "reason",
                        "Market of the week")),
                "seed",
                1);
    }

    public static VerdictReached verdict(UUID dossierId, Verdict verdict) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new VerdictReached(
                dossierId,
                IdGenerator.next(),
                "MA-CAS-ANFA",
                verdict,
                3,
                "United Nations Square",
                LATITUDE,
                LONGITUDE,
                now.minusSeconds(3600),
                null,
                now.minusSeconds(120),
                now.minusSeconds(60));
    }

    public static MisconductFound misconduct(UUID dossierId) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new MisconductFound(
                dossierId,
                IdGenerator.next(),
                "MA-CAS",
                2,
                "Road block",
                LATITUDE,
                LONGITUDE,
                now.minusSeconds(3600),
                now.minusSeconds(120),
                now.minusSeconds(60));
    }

    /** The inquiry that new misconduct became. */
    public static UUID inquiry(KafkaProbe kafka) {
        var dossierId = IdGenerator.next();
        kafka.publish(misconduct(dossierId));
        return inquiryOf(dossierId);
    }

    public static UUID inquiryOf(UUID dossierId) {
        return await().atMost(PATIENCE).until(() -> findInquiryOf(dossierId), found -> found != null);
    }

    private static @Nullable UUID findInquiryOf(UUID dossierId) {
        var ids = idsOf(dossierId, as(TestTokens.of("affairs", Roles.INTERNAL_AFFAIRS)), "/api/v1/inquiries?limit=200");
        return ids.size() == 1 ? ids.getFirst() : null;
    }

    /** The incident that a new presumed offence became. */
    public static UUID incident(KafkaProbe kafka) {
        var dossierId = IdGenerator.next();
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));
        return incidentOf(dossierId);
    }

    public static UUID incidentOf(UUID dossierId) {
        return await().atMost(PATIENCE).until(() -> findIncidentOf(dossierId), found -> found != null);
    }

    private static @Nullable UUID findIncidentOf(UUID dossierId) {
        var ids = idsOf(dossierId, as(DISPATCHER), "/api/v1/incidents?limit=200");
        return ids.isEmpty() ? null : ids.getFirst();
    }

    /** What of a list belongs to the dossier; read by Jackson, as REST Assured compiles each of its paths anew. */
    private static List<UUID> idsOf(UUID dossierId, RequestSpecification request, String list) {
        var body = request.get(list).then().statusCode(200).extract().as(JsonNode.class);
        return body.get("items")
                .valueStream()
                .filter(item -> item.get("dossierId").asText().equals(dossierId.toString()))
                .map(item -> UUID.fromString(item.get("id").asText()))
                .toList();
    }

    public static ValidatableResponse assign(UUID incidentId, UUID unitId) {
        return afterReading(incidentId)
                .body(Map.of("unitId", unitId))
                .post("/api/v1/incidents/{id}/assignments", incidentId)
                .then();
    }

    /** A dispatcher's request about the incident as it is now. */
    public static RequestSpecification afterReading(UUID incidentId) {
        var tag = as(DISPATCHER).get("/api/v1/incidents/{id}", incidentId).header("ETag");
        return as(DISPATCHER).header("If-Match", tag);
    }

    public static UUID assigned(UUID incidentId, UUID unitId) {
        var assignment = assign(incidentId, unitId).statusCode(201).extract().as(JsonNode.class);
        return UUID.fromString(assignment.get("id").asText());
    }

    public static ValidatableResponse progress(UUID assignmentId, String status) {
        return as(DISPATCHER)
                .body(Map.of("status", status))
                .post("/api/v1/assignments/{id}/progress", assignmentId)
                .then();
    }

    /** Plans the unit, which is busy, as the next for the incident. */
    public static ValidatableResponse planned(UUID incidentId, UUID unitId) {
        return as(DISPATCHER)
                .body(Map.of("unitId", unitId))
                .post("/api/v1/incidents/{id}/planned-units", incidentId)
                .then()
                .statusCode(201);
    }

    /** Sends the unit and brings it to the scene. */
    public static UUID onScene(UUID incidentId, UUID unitId) {
        var assignmentId = assigned(incidentId, unitId);
        progress(assignmentId, "EN_ROUTE").statusCode(200);
        progress(assignmentId, "ON_SCENE").statusCode(200);
        return assignmentId;
    }

    public static ValidatableResponse outcome(UUID incidentId, String kind, int persons) {
        return as(OFFICER)
                .body(Map.of("kind", kind, "persons", persons, "note", "told by radio"))
                .post("/api/v1/incidents/{id}/outcome", incidentId)
                .then();
    }

    public static ValidatableResponse referral(UUID incidentId) {
        return as(OFFICER)
                .body(Map.of(
                        "court",
                        "Casablanca",
                        "reference",
                        "2026/1",
                        "at",
                        Instant.now().toString()))
                .post("/api/v1/incidents/{id}/referral", incidentId)
                .then();
    }
}
