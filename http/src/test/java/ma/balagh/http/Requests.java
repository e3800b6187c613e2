package ma.balagh.http;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import ma.balagh.platform.test.TestTokens;

/** Requests by people whom the sample service knows. */
final class Requests {

    static final String SAMPLES = "/api/v1/samples";

    private Requests() {}

    static RequestSpecification by(TestTokens tokens) {
        return RestAssured.given().auth().oauth2(tokens.sign()).contentType(ContentType.JSON);
    }

    static RequestSpecification byAnalyst() {
        return by(TestTokens.of("analyst", Roles.ANALYST));
    }
}
