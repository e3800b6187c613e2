package ma.balagh.analysis.dossier;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestTokens;

/** The people who work with dossiers, and what they do over REST. */
public record Staff(TestTokens account) {

    public static final Staff ANALYST = new Staff(TestTokens.of("analyst", Roles.ANALYST));
    public static final Staff OFFICER = new Staff(TestTokens.of("officer", Roles.JUDICIAL_OFFICER));
    public static final Staff OFFICER_2 = new Staff(TestTokens.of("officer2", Roles.JUDICIAL_OFFICER));
    public static final Staff AFFAIRS = new Staff(TestTokens.of("affairs", Roles.INTERNAL_AFFAIRS));
    public static final Staff AUDITOR = new Staff(TestTokens.of("auditor", Roles.AUDITOR));
    public static final Staff COMMANDER = new Staff(TestTokens.of("commander", Roles.COMMANDER));

    public static final Staff DISPATCHER = new Staff(TestTokens.of("dispatcher", Roles.DISPATCHER));

    /** Somebody who works in the compartment and outside it. */
    public static final Staff INSPECTING_ANALYST =
            new Staff(TestTokens.of("inspector", Roles.ANALYST, Roles.INTERNAL_AFFAIRS));

    public Staff in(String... jurisdictions) {
        return new Staff(account.withJurisdictions(jurisdictions));
    }

    public RequestSpecification request() {
        return given().auth().oauth2(account.sign()).contentType(ContentType.JSON);
    }

    public ValidatableResponse reads(UUID dossierId) {
        return request().get("/api/v1/dossiers/{id}", dossierId).then();
    }

    public ValidatableResponse proposes(UUID dossierId, Map<String, ?> proposal) {
        return request()
                .body(proposal)
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossierId)
                .then();
    }

    /** Proposes a verdict with reasons and returns the proposal's id. */
    public UUID proposes(UUID dossierId, String verdict) {
        return UUID.fromString(
                proposes(dossierId, Map.of("verdict", verdict, "reasons", "Vu les constats et les images"))
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    public ValidatableResponse decides(UUID dossierId, UUID proposalId, String decision) {
        return afterReading(dossierId)
                .body(Map.of("decision", decision, "reason", "Conforme aux images"))
                .post("/api/v1/dossiers/{id}/verdict-proposals/{proposal}/decision", dossierId, proposalId)
                .then();
    }

    /** A request about the dossier as it is now, if it exists for that person. */
    public RequestSpecification afterReading(UUID dossierId) {
        String tag = reads(dossierId).extract().header("ETag");
        return tag == null ? request() : request().header("If-Match", tag);
    }

    public ValidatableResponse joins(UUID into, UUID joined) {
        return request()
                .body(Map.of("dossierId", joined, "reason", "Même scène, même heure"))
                .post("/api/v1/dossiers/{id}/join", into)
                .then();
    }

    public ValidatableResponse attaches(UUID into, Collection<UUID> reportIds) {
        return request()
                .body(Map.of("reportIds", reportIds, "reason", "Le même vol, vu d'ailleurs"))
                .post("/api/v1/dossiers/{id}/reports", into)
                .then();
    }

    public ValidatableResponse separates(UUID dossierId, UUID... evidenceIds) {
        return request()
                .body(Map.of("evidenceIds", evidenceIds, "reason", "Une autre rue, un autre jour"))
                .post("/api/v1/dossiers/{id}/separation", dossierId)
                .then();
    }

    public ValidatableResponse proposesToReopen(UUID dossierId) {
        return request()
                .body(Map.of("reason", "Nouvel élément: la date était fausse"))
                .post("/api/v1/dossiers/{id}/reopening", dossierId)
                .then();
    }

    public ValidatableResponse decidesToReopen(UUID dossierId, UUID reopeningId, String decision) {
        return afterReading(dossierId)
                .body(Map.of("decision", decision, "reason", "Conforme au dossier"))
                .post("/api/v1/dossiers/{id}/reopening/{reopening}/decision", dossierId, reopeningId)
                .then();
    }

    /** Proposes it, and a second person confirms. */
    public void reopensWith(Staff second, UUID dossierId) {
        String id = proposesToReopen(dossierId).statusCode(201).extract().path("id");
        second.decidesToReopen(dossierId, UUID.fromString(id), "CONFIRM").statusCode(200);
    }
}
