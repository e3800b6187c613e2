package ma.balagh.dispatch.communique;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** What anybody reads, without a token. */
final class PublicStory {

    private PublicStory() {}

    static ValidatableResponse show(UUID id) {
        return given().get("/api/v1/public/communiques/{id}", id).then();
    }
}
