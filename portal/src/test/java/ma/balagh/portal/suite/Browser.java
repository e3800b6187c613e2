package ma.balagh.portal.suite;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who looks at pages and sends the forms on them. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("X-CSRF-TOKEN\":\"([^\"]+)\"");

    private static final RestAssuredConfig AS_IT_IS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("video/mp4", ContentType.BINARY));

    private final String token;

    private Browser(String token) {
        this.token = token;
    }

    public static Browser of(String user, String... roles) {
        return new Browser(FakeSuite.token(user, roles));
    }

    /** The same of somebody who works in that jurisdiction alone. */
    public static Browser in(String jurisdiction, String user, String... roles) {
        return new Browser(FakeSuite.login().localToken(jurisdiction, user, roles));
    }

    /** Requests in this person's name; redirects are looked at, not followed. */
    public RequestSpecification request() {
        return given().config(AS_IT_IS).auth().oauth2(token).redirects().follow(false);
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** The page, which has to be there. */
    public String page(String path) {
        return get(path).then().statusCode(200).extract().asString();
    }

    /** Sends a form as htmx does, with the token of the page that it stands on. */
    public Response submit(String onPage, String path, Map<String, String> fields) {
        return ready(onPage)
                .header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path);
    }

    /** Sends a form as a browser does by itself, without any script. */
    public Response send(String onPage, String path, Map<String, String> fields) {
        return ready(onPage)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path);
    }

    /** A request as a browser sends it from that page: with its anti-forgery token, and saying that it comes from here. */
    public RequestSpecification ready(String onPage) {
        Response page = get(onPage);
        Matcher csrf = CSRF.matcher(page.asString());
        if (!csrf.find()) {
            throw new AssertionError("no anti-forgery token on " + onPage + ": " + page.asString());
        }
        return request()
                .cookies(page.cookies())
                .header("X-CSRF-TOKEN", csrf.group(1))
                .header("Origin", "http://localhost:" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin");
    }
}
