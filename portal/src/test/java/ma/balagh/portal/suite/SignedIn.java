package ma.balagh.portal.suite;

import static io.restassured.RestAssured.given;

import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that came through the login, with the cookies that it was given on the way. */
public final class SignedIn {

    private static final int MOST_STEPS = 6;
    private static final Pattern TOKEN = Pattern.compile("X-CSRF-TOKEN\":\"([^\"]+)\"");

    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** Signs in as {@code amina}. */
    public static SignedIn throughTheLogin() {
        SignedIn browser = new SignedIn();
        Response response = browser.get("/");
        for (int step = 0; step < MOST_STEPS && response.statusCode() / 100 == 3; step++) {
            response = browser.get(response.header("Location"));
        }
        return browser;
    }

    public Set<String> cookieNames() {
        return cookies.keySet();
    }

    public boolean hasSession() {
        return cookies.keySet().stream().anyMatch(name -> name.startsWith("q_session"));
    }

    /** A request with the cookies; redirects are looked at, not followed. */
    public RequestSpecification request() {
        return given().redirects().follow(false).urlEncodingEnabled(false).cookies(cookies);
    }

    /** The cookies as the header of a request that another client makes. */
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public Response get(String address) {
        return keep(request().get(address));
    }

    /** The token of the forms on that page. */
    public String formToken(String page) {
        var token = TOKEN.matcher(get(page).asString());
        if (!token.find()) {
            throw new AssertionError("no anti-forgery token on " + page);
        }
        return token.group(1);
    }

    /** Takes the cookies of an answer, and forgets those that it ends. */
    public Response keep(Response response) {
        for (Cookie cookie : response.detailedCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return response;
    }
}
