package ma.balagh.analysis.rendition;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestTokens;

/** Somebody who orders renditions and waits for them. */
record Studios(TestTokens account) {

    static final Studios ANALYST = new Studios(TestTokens.of("analyst", Roles.ANALYST));
    static final String PURPOSE = "Showing it to the prosecutor";
    static final Map<String, Object> PLAYABLE = Map.of("kind", "PLAYABLE");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    RequestSpecification request() {
        return given().auth().oauth2(account.sign()).contentType(ContentType.JSON);
    }

    RequestSpecification why() {
        return request().header("X-Purpose", PURPOSE);
    }

    Response orders(UUID examinationId, Map<String, ?> wish) {
        return request().body(wish).post("/api/v1/examinations/{id}/renditions", examinationId);
    }

    UUID ordered(UUID examinationId, Map<String, ?> wish) {
        return UUID.fromString(
                orders(examinationId, wish).then().statusCode(201).extract().path("id"));
    }

    Response reads(UUID renditionId) {
        return request().get("/api/v1/renditions/{id}", renditionId);
    }

    /** The view once it is in that state. */
    Response awaits(UUID renditionId, String state) {
        await().atMost(PATIENCE).until(() -> reads(renditionId).path("state"), now -> now.equals(state));
        return reads(renditionId);
    }

    byte[] content(UUID renditionId) {
        return why().get("/api/v1/renditions/{id}/content", renditionId)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
