package ma.balagh.analysis.known;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.dossier.Staff;

/** What people do with known footage over REST. */
record Bankers(Staff staff) {

    static final Bankers ANALYST = new Bankers(Staff.ANALYST);
    static final String PATH = "/api/v1/known-footage";

    /** In what {@link #examines} answers. */
    static final String KNOWN_MATCHES = "items[0].matches.findAll { it.with.kind == 'KNOWN_FOOTAGE' }";

    Bankers in(String... jurisdictions) {
        return new Bankers(staff.in(jurisdictions));
    }

    ValidatableResponse banks(UUID evidenceId, String kind) {
        return banks(
                Map.of("evidenceId", evidenceId, "kind", kind, "reference", "REF-1", "summary", "Scène d'un téléfilm"));
    }

    ValidatableResponse banks(Map<String, ?> entry) {
        return staff.request().body(entry).post(PATH).then();
    }

    UUID banked(UUID evidenceId, String kind) {
        return UUID.fromString(banks(evidenceId, kind).statusCode(201).extract().path("id"));
    }

    ValidatableResponse reads(UUID id) {
        return staff.request().get(PATH + "/{id}", id).then();
    }

    ValidatableResponse lists() {
        return staff.request().queryParam("limit", 200).get(PATH).then();
    }

    ValidatableResponse removes(UUID id) {
        return staff.request().delete(PATH + "/{id}", id).then();
    }

    ValidatableResponse examines(UUID evidenceId) {
        return staff.request()
                .queryParam("evidenceId", evidenceId)
                .get("/api/v1/examinations")
                .then();
    }

    ValidatableResponse searches(String contentType, byte[] bytes) {
        return staff.request()
                .contentType(contentType)
                .body(bytes)
                .post(PATH + "/search")
                .then();
    }
}
