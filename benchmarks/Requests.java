import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.platform.demo.SuiteClient;

/** One typical request for each application, made by somebody who has signed in. */
final class Requests {

    static final String NAMES = "lists of 20 reports, dossiers and incidents over REST; the portal's list of dossiers";

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private Requests() {}

    static Request typical(String application, int portOffset) throws IOException, InterruptedException {
        var client = new SuiteClient(portOffset);
        return switch (application) {
            case "intake" -> Request.withToken(8081 + portOffset, "/api/v1/reports?limit=20", client.token("intake"));
            case "analysis" -> Request.withToken(8082 + portOffset, "/api/v1/dossiers?limit=20", client.token("analyst"));
            case "dispatch" -> Request.withToken(8083 + portOffset, "/api/v1/incidents?limit=20", client.token("dispatcher"));
            case "portal" -> Request.withCookies(8080 + portOffset, "/dossiers", signIn(8080 + portOffset, "/dossiers"));
            default -> throw new IllegalArgumentException(application);
        };
    }

    /** The portal's cookies after a login in Keycloak's form. Cookies are kept by port, as two machines would. */
    private static String signIn(int port, String path) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var cookies = new LinkedHashMap<Integer, Map<String, String>>();
        URI uri = URI.create("http://localhost:" + port + path);
        HttpResponse<String> response = send(http, HttpRequest.newBuilder(uri).GET(), uri, cookies);
        for (int step = 0; step < 12; step++) {
            if (response.statusCode() / 100 == 3) {
                uri = uri.resolve(response.headers().firstValue("Location").orElseThrow());
                response = send(http, HttpRequest.newBuilder(uri).GET(), uri, cookies);
            } else if (uri.getPort() == port) {
                if (response.statusCode() != 200) {
                    throw new IOException("the portal answered " + response.statusCode());
                }
                return text(cookies.get(port));
            } else {
                var form = FORM.matcher(response.body());
                if (!form.find()) {
                    throw new IOException("Keycloak shows no form");
                }
                uri = uri.resolve(form.group(1).replace("&amp;", "&"));
                String fields = "username=analyst&password=" + URLEncoder.encode("analyst", StandardCharsets.UTF_8);
                response = send(
                        http,
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(fields)),
                        uri,
                        cookies);
            }
        }
        throw new IOException("the login does not end");
    }

    private static HttpResponse<String> send(
            HttpClient http, HttpRequest.Builder request, URI uri, Map<Integer, Map<String, String>> cookies)
            throws IOException, InterruptedException {
        var known = cookies.computeIfAbsent(uri.getPort(), port -> new LinkedHashMap<>());
        if (!known.isEmpty()) {
            request.header("Cookie", text(known));
        }
        var response = http.send(request.uri(uri).header("Accept", "text/html").build(), BodyHandlers.ofString());
        for (String line : response.headers().allValues("Set-Cookie")) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (line.toLowerCase(Locale.ROOT).contains("max-age=0")) {
                known.remove(pair[0]);
            } else {
                known.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    private static String text(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
