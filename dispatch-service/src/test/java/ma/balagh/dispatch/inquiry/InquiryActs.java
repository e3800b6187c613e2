package ma.balagh.dispatch.inquiry;

import static ma.balagh.dispatch.Story.as;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestTokens;

/** What people of internal affairs do about an inquiry. */
final class InquiryActs {

    /** The second person. */
    static final TestTokens SECOND = TestTokens.of("second-inspector", Roles.INTERNAL_AFFAIRS);

    private InquiryActs() {}

    static ValidatableResponse act(TestTokens person, UUID inquiryId, String path, String body) {
        return as(person)
                .body(body)
                .post("/api/v1/inquiries/%s%s".formatted(inquiryId, path))
                .then();
    }

    static ValidatableResponse propose(TestTokens person, UUID inquiryId, String finding) {
        return act(
                person,
                inquiryId,
                "/closing",
                "{\"finding\": \"%s\", \"reason\": \"what the film shows\"}".formatted(finding));
    }

    /** About the inquiry as it is now. */
    static ValidatableResponse decide(TestTokens person, UUID inquiryId, String decision) {
        var tag = as(person).get("/api/v1/inquiries/{id}", inquiryId).header("ETag");
        return as(person)
                .header("If-Match", tag)
                .body("{\"decision\": \"%s\", \"reason\": \"read and agreed\"}".formatted(decision))
                .post("/api/v1/inquiries/{id}/closing/decision", inquiryId)
                .then();
    }

    /** The id of the only part of that kind. */
    static UUID part(ValidatableResponse file, String kind) {
        return UUID.fromString(file.statusCode(200).extract().path(kind + "[0].id"));
    }
}
