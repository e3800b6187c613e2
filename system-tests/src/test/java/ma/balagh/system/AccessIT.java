package ma.balagh.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, on every endpoint that the services publish, with tokens of the real Keycloak. */
@ExtendWith(SuiteUnderTest.class)
final class AccessIT {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    /** What counts, or lists what these cases have nothing of. */
    private static final Set<String> COUNTS = Set.of(
            "/statistics/clocks",
            "/black-spots",
            "/incidents/joint-assignment",
            "/incidents/exports",
            "/incidents/events/position",
            "/units/move-ups",
            "/patrol-visits",
            "/patrol-plans/effect",
            "/custody/anchors",
            "/reports/ageing",
            "/reports/answer-times",
            "/reports/answer-times/reports",
            "/reports/unanswered",
            "/reports/weekly",
            "/dossiers/backlog",
            "/items/quality",
            "/evidence/refilings",
            "/sources/health",
            "/retention/plan",
            "/retention/due",
            "/retention/runs",
            "/retention/open-case-runs");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static List<Endpoint> endpoints() {
        return Endpoint.ALL;
    }

    @Test
    void knowsEveryEndpointThatTheServicesPublish(Running suite) throws Exception {
        // Given
        var known = Stream.concat(Endpoint.ALL.stream().map(Endpoint::operation), Endpoint.PUBLIC.stream())
                .collect(Collectors.toSet());

        // When
        var published = new HashSet<String>();
        for (var target : Target.values()) {
            published.addAll(publishedBy(suite, target));
        }

        // Then
        assertThat(published).isEqualTo(known);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("endpoints")
    void answersNobodyWithoutAToken(Endpoint endpoint, Running suite) throws Exception {
        assertThat(status(suite, endpoint, null)).isEqualTo(401);
        assertThat(status(suite, endpoint, "no.token.atall")).isEqualTo(401);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesEveryRoleThatHasNoBusinessThere(Endpoint endpoint, Running suite) throws Exception {
        for (var account : Endpoint.EVERY_ACCOUNT) {
            var status = status(suite, endpoint, suite.client().token(account));
            if (endpoint.accounts().contains(account)) {
                assertThat(status).as("%s as %s", endpoint, account).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", endpoint, account).isEqualTo(endpoint.strangers());
            }
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("endpointsOfOneThing")
    void hidesWhatLiesInAnotherJurisdiction(Endpoint endpoint, Running suite) throws Exception {
        var elsewhere = HiddenCases.in(suite).elsewhere();

        for (var account : Endpoint.EVERY_ACCOUNT) {
            var stranger = Townspeople.counterpartOf(account);
            assertThat(status(suite, endpoint, elsewhere, stranger, Townspeople.TERRITORY))
                    .as("%s as %s", endpoint, stranger)
                    .isEqualTo(endpoint.whereHidden(account));
        }
        // The same call of somebody whose territory it is does not end there: neither path nor body was wrong.
        var status = status(suite, endpoint, elsewhere, insider(endpoint), Hidden.TERRITORY);
        if (endpoint.isRead() && !endpoint.comesLater()) {
            assertThat(status).as("%s as %s", endpoint, insider(endpoint)).isEqualTo(200);
        } else if (!endpoint.comesLater()) {
            assertThat(status).as("%s as %s", endpoint, insider(endpoint)).isNotIn(400, 401, 403, 404);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("endpointsOfMisconduct")
    void hidesMisconductFromAllButInternalAffairs(Endpoint endpoint, Running suite) throws Exception {
        var misconduct = HiddenCases.in(suite).misconduct();

        for (var account : Endpoint.EVERY_ACCOUNT) {
            var status = status(suite, endpoint, misconduct, account, Hidden.TERRITORY);
            if (!account.equals("affairs")) {
                assertThat(status).as("%s as %s", endpoint, account).isEqualTo(endpoint.whereHidden(account));
            } else if (endpoint.accounts().contains(account) && endpoint.isRead()) {
                assertThat(status).as("%s as %s", endpoint, account).isEqualTo(200);
            }
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("lists")
    void listsNothingThatIsHidden(Endpoint endpoint, Running suite) throws Exception {
        var cases = HiddenCases.in(suite);
        var elsewhere = cases.elsewhere();
        var misconduct = cases.misconduct();

        for (var account : endpoint.accounts()) {
            var stranger = Townspeople.counterpartOf(account);
            assertThat(list(suite, endpoint, elsewhere, stranger))
                    .as("%s as %s", endpoint, stranger)
                    .doesNotContain(elsewhere.longIds());
            if (!account.equals("affairs")) {
                assertThat(list(suite, endpoint, misconduct, account))
                        .as("%s as %s", endpoint, account)
                        .doesNotContain(misconduct.longIds());
            }
        }
        assertThat(list(suite, endpoint, elsewhere, insider(endpoint)))
                .as("%s as %s", endpoint, insider(endpoint))
                .containsAnyOf(elsewhere.longIds().toArray(String[]::new));
    }

    static List<Endpoint> endpointsOfOneThing() {
        return Endpoint.ALL.stream()
                .filter(endpoint -> !endpoint.collections().isEmpty() && endpoint.liesInATerritory())
                .toList();
    }

    /** What belongs to dispatch has no misconduct: it never becomes an incident; nor have sources and items. */
    static List<Endpoint> endpointsOfMisconduct() {
        return endpointsOfOneThing().stream()
                .filter(endpoint -> endpoint.collections().stream()
                        .noneMatch(Set.of(
                                "units",
                                "incidents",
                                "assignments",
                                "help-requests",
                                "run-cards",
                                "road-closures",
                                "communiques",
                                "patrol-plans",
                                "patrol-visits",
                                "sources",
                                "items")::contains))
                .toList();
    }

    /** But for files, those that count, and the one of reports without an answer: these cases have one. */
    static List<Endpoint> lists() {
        return Endpoint.ALL.stream()
                .filter(endpoint -> endpoint.isRead() && endpoint.collections().isEmpty())
                .filter(Endpoint::liesInATerritory)
                .filter(endpoint -> !COUNTS.contains(endpoint.path()) && !endpoint.isStream() && !endpoint.isFile())
                .toList();
    }

    /** Somebody of the whole country who sees this case. */
    private static String insider(Endpoint endpoint) {
        return Stream.of("analyst", "dispatcher", "intake", "officer", "commander", "affairs")
                .filter(endpoint.accounts()::contains)
                .findFirst()
                .orElseThrow();
    }

    private String list(Running suite, Endpoint endpoint, Hidden thing, String account)
            throws IOException, InterruptedException {
        var query = endpoint.path().equals("/examinations") ? "?evidenceId=" + thing.id("evidence") : "?limit=200";
        var uri = suite.client().uri(endpoint.target(), "/api/v1" + endpoint.path() + query);
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + suite.client().token(account))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as("%s as %s", endpoint, account).isEqualTo(200);
        return response.body();
    }

    private Set<String> publishedBy(Running suite, Target target) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.client().uri(target, "/q/openapi?format=json"))
                .build();
        JsonNode document = SuiteClient.json()
                .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        var operations = new HashSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(target + " "
                                + operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceFirst("^/api/v1", ""))));
        return operations;
    }

    private int status(Running suite, Endpoint endpoint, @Nullable String token)
            throws IOException, InterruptedException {
        return status(suite, endpoint, endpoint.pathToNothing(), "{}", token);
    }

    private int status(Running suite, Endpoint endpoint, Hidden thing, String account, String territory)
            throws IOException, InterruptedException {
        var body = endpoint.body()
                .replace("{territory}", territory)
                .replace("{now}", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .replace("{later}", Instant.now().plusSeconds(3600).toString());
        if (body.contains("{incident}")) {
            body = body.replace("{incident}", thing.id("incidents"));
        }
        if (body.contains("{unit}")) {
            body = body.replace("{unit}", thing.id("units"));
        }
        if (body.contains("{evidence}")) {
            body = body.replace("{evidence}", thing.id("evidence"));
        }
        return status(
                suite, endpoint, endpoint.path(thing::id), body, suite.client().token(account));
    }

    private int status(Running suite, Endpoint endpoint, String path, String body, @Nullable String token)
            throws IOException, InterruptedException {
        URI uri = suite.client().uri(endpoint.target(), "/api/v1" + path);
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", endpoint.isUpload() ? "video/mp4" : "application/json")
                .header("X-Purpose", "Checking who may look")
                .header("Tus-Resumable", "1.0.0")
                .method(endpoint.method(), endpoint.isRead() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (endpoint.takesAway()) {
            // A version that there never was: whoever may do it is told so, and it stays for the other tests.
            request.header("If-Match", "\"never\"");
        }
        if (endpoint.isStream()) {
            // An id that no event has: whoever may follow is told so, and the answer ends.
            request.header("Last-Event-ID", "none");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
