package ma.balagh.intake.evidence;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;

/** Evidence of cases that ended years ago, and what becomes of it. */
@ApplicationScoped
class OldCases {

    private final Database database;

    OldCases(Database database) {
        this.database = database;
    }

    /** Evidence of one report, which was answered that long ago; the medium came a year before. */
    UUID closed(byte[] medium, String ago) {
        Filed filed = Filed.by(OFFICER);
        UUID id = filed.medium(OFFICER, medium);
        answer(filed.id(), ago);
        secured(id, "12 years");
        return id;
    }

    void secured(UUID id, String ago) {
        database.execute("update evidence set secured_at = now() - cast(? as interval) where id = ?", ago, id);
    }

    /** The store may be asked again. */
    void dayLater(UUID id) {
        database.execute("update evidence set bytes_asked_at = bytes_asked_at - interval '25 hours' where id = ?", id);
    }

    void answer(UUID report, String ago) {
        database.execute(
                "update report set status = 'ANSWERED', answer_kind = 'PRESUMED_OFFENCE',"
                        + " answered_at = now() - cast(? as interval) where id = ?",
                ago,
                report);
    }

    void stands(UUID evidence, UUID report) {
        database.execute(
                "insert into report_evidence (report_id, evidence_id, declared_type, added_at, added_by)"
                        + " values (?, ?, 'video/mp4', now(), 'test')",
                report,
                evidence);
    }

    UUID reportOf(UUID evidence) {
        return database.one(UUID.class, "select report_id from report_evidence where evidence_id = ?", evidence);
    }

    boolean erased(UUID evidence) {
        return database.one(Boolean.class, "select erased_at is not null from evidence where id = ?", evidence);
    }

    String recorded(UUID subject) {
        return database.one(
                String.class, "select kind || ' ' || period from retention_deletion where subject_id = ?", subject);
    }

    static ValidatableResponse due(String kind) {
        return as(COMMANDER).get("/api/v1/retention/due?limit=200&kind=" + kind).then();
    }

    static ValidatableResponse run(TestTokens person) {
        return as(person).post("/api/v1/retention/runs").then().statusCode(201);
    }

    static ValidatableResponse runOpenCases(String json) {
        return as(COMMANDER)
                .contentType(ContentType.JSON)
                .body(json)
                .post("/api/v1/retention/open-case-runs")
                .then();
    }

    static ValidatableResponse describe(UUID id) {
        return as(ANALYST).get("/api/v1/evidence/" + id).then();
    }

    static ValidatableResponse custody(UUID id) {
        return as(AUDITOR).get("/api/v1/evidence/" + id + "/custody").then();
    }

    static ValidatableResponse content(UUID id) {
        return as(ANALYST)
                .header("X-Purpose", "comparing two recordings")
                .get("/api/v1/evidence/" + id + "/content")
                .then();
    }

    static ValidatableResponse bundle(UUID id) {
        return as(ANALYST)
                .header("X-Purpose", "for the court of Casablanca")
                .get("/api/v1/evidence/" + id + "/bundle")
                .then();
    }

    static String hold(String subject, UUID id) {
        return as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("""
                        {"subject": "%s", "subjectId": "%s", "reason": "The court of Casablanca needs it"}
                        """.formatted(subject, id))
                .post("/api/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static void lift(String hold) {
        as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"The court has ruled\"}")
                .post("/api/v1/legal-holds/" + hold + "/lifting")
                .then()
                .statusCode(200);
    }
}
