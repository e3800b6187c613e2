package ma.balagh.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.demo.SuiteClient.Target;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import ma.balagh.system.HostileRequests.Case;
import ma.balagh.system.RawHttp.Answer;
import ma.balagh.system.RawHttp.Header;
import ma.balagh.system.RawHttp.Request;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Faults of each kind over all operations that the services publish and all forms of the portal's pages: none is answered
 * with a 5xx, each refusal is a problem or a page. The seed is fixed; what is not reached within the time is left out.
 */
@Tag("long")
@ExtendWith(SuiteUnderTest.class)
@Order(Integer.MAX_VALUE)
final class FuzzIT {

    private static final long SEED = 20_261_127;
    private static final Duration TIME = Duration.ofSeconds(80);
    private static final Duration TIME_AT_THE_PORTAL = Duration.ofSeconds(40);
    private static final int AT_ONCE = 6;
    private static final int MOST_FAILURES = 200;

    /** A place in a path, and what stands before it: a collection, or another place. */
    private static final Pattern PLACE = Pattern.compile("(?<=[/{]([a-zA-Z-]{1,40})}?/)\\{([a-zA-Z]+)}");

    /** What a service may say when it cannot: always with a problem. */
    private static final Set<Integer> DECLARED = Set.of(503, 507);

    private static final Set<Integer> OF_THE_DECODER = Set.of(400, 414, 431);

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());

    @Test
    void answersEveryFaultyRequestOfTheInterfaceWithAProblem(Running suite) throws Exception {
        // Given
        var ids = Hidden.offence(suite, "UNIT-FUZZ");
        var cases = new ArrayList<Case>();
        for (var target : Target.values()) {
            for (var operation : PublishedOperation.of(target, document(suite, target))) {
                // A stream goes on until its token expires.
                if (!operation.path().endsWith("/events")) {
                    cases.addAll(cases(suite, operation, ids));
                }
            }
        }

        // When
        Collections.shuffle(cases, new Random(SEED));
        run(cases, TIME, one -> judge(suite, one));

        // Then
        report("interface", cases.size());
        assertThat(failures).isEmpty();
    }

    @Test
    void answersEveryFaultyRequestOfThePortalWithAPage(Running suite) throws Exception {
        // Given
        var cases = PortalRequests.of(SuiteUnderTest.PORTAL);

        // When
        Collections.shuffle(cases, new Random(SEED));
        run(cases, TIME_AT_THE_PORTAL, this::judgePage);

        // Then
        report("portal", cases.size());
        assertThat(cases).hasSizeGreaterThan(1000);
        assertThat(failures).isEmpty();
    }

    private interface Judge<T> {

        Optional<String> fault(T one) throws IOException;
    }

    private <T> void run(List<T> cases, Duration time, Judge<T> judge) throws InterruptedException {
        var end = Instant.now().plus(time);
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.submit(() -> {
                    for (int at = next.getAndIncrement();
                            at < cases.size() && Instant.now().isBefore(end) && failures.size() < MOST_FAILURES;
                            at = next.getAndIncrement()) {
                        try {
                            judge.fault(cases.get(at)).ifPresent(failures::add);
                        } catch (IOException | RuntimeException e) {
                            failures.add(e + " at " + cases.get(at));
                        }
                    }
                });
            }
        }
    }

    private void report(String what, int all) {
        System.out.printf(
                "[fuzz] %s: %d of %d requests with seed %d, by status %s%n", what, sent.get(), all, SEED, statuses);
        failures.forEach(failure -> System.out.println("[fuzz] " + failure));
    }

    private Answer send(URI target, Request request) throws IOException {
        var answer = RawHttp.send(target.getPort(), request);
        sent.incrementAndGet();
        statuses.merge(answer.status(), 1, Integer::sum);
        return answer;
    }

    private Optional<String> judge(Running suite, Case one) throws IOException {
        var account = Endpoint.ALL.stream()
                .filter(endpoint -> endpoint.operation().equals(name(one.operation())))
                .flatMap(endpoint -> endpoint.accounts().stream().sorted())
                .findFirst();
        var request = one.request();
        if (account.isPresent() && !one.fault().equals("Authorization")) {
            request = request.with("Authorization", "Bearer " + suite.client().token(account.get()));
        }
        var answer = send(suite.client().uri(one.operation().target(), "/"), request);
        return fault(one, answer)
                .map(fault -> "%s as %s, %s: %s | %d %s"
                        .formatted(
                                one.operation(),
                                account.orElse("nobody"),
                                fault,
                                request(one),
                                answer.status(),
                                answer.body()
                                        .substring(
                                                0, Math.min(300, answer.body().length()))));
    }

    private static String request(Case one) {
        return one.fault() + " in " + one.request().readable();
    }

    private static Optional<String> fault(Case one, Answer answer) {
        int status = answer.status();
        if (status == 0) {
            return Optional.of("no answer");
        }
        if (status >= 500 && !DECLARED.contains(status)) {
            return Optional.of("fails");
        }
        if (status < 400) {
            return one.refused() && status < 300
                    ? Optional.of("is taken")
                    : otherType(one, answer).map(type -> "produces " + type);
        }
        return one.operation().method().equals("HEAD") ? Optional.empty() : problemFault(answer);
    }

    private static Optional<String> otherType(Case one, Answer answer) {
        var type = answer.header("Content-Type").split(";", 2)[0];
        var declared = one.operation().produces();
        return answer.status() >= 300
                        || type.isEmpty()
                        || declared.isEmpty()
                        || declared.contains("*/*")
                        || declared.contains(type)
                ? Optional.empty()
                : Optional.of(type);
    }

    private static Optional<String> problemFault(Answer answer) {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return Optional.of("refuses without a problem");
        }
        try {
            var problem = SuiteClient.json().readTree(answer.body());
            if (!problem.path("type").asText().startsWith("/problems/")
                    || problem.path("status").asInt() != answer.status()
                    || problem.path("title").asText().isBlank()) {
                return Optional.of("has a problem without type, title or status");
            }
            if (problem.path("type").asText().equals("/problems/bad-request")
                    && problem.path("violations").path(0).path("field").asText().isBlank()) {
                return Optional.of("names no field");
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("has a problem that is no JSON");
        }
    }

    private Optional<String> judgePage(PortalRequests.Case one) throws IOException {
        var answer = send(SuiteUnderTest.PORTAL, one.request());
        int status = answer.status();
        var fault = status == 0
                ? "no answer"
                : status >= 500 && status != 503
                        ? "fails"
                        : status >= 400 && !isPage(answer) && !isOfTheDecoder(answer) ? "refuses without a page" : "";
        return fault.isEmpty()
                ? Optional.empty()
                : Optional.of("%s: %s | %d %s"
                        .formatted(
                                fault,
                                one.request().readable(),
                                status,
                                answer.body()
                                        .substring(
                                                0, Math.min(200, answer.body().length()))));
    }

    /** What is no HTTP comes from no browser: it is answered before anything knows of pages. */
    private static boolean isOfTheDecoder(Answer answer) {
        return OF_THE_DECODER.contains(answer.status()) && problemFault(answer).isEmpty();
    }

    private static boolean isPage(Answer answer) {
        return answer.header("Content-Type").startsWith("text/html")
                && !answer.body().isBlank()
                && !answer.body().contains("\tat ");
    }

    private static List<Case> cases(Running suite, PublishedOperation operation, Map<String, String> ids) {
        var places = new HashMap<String, String>();
        PLACE.matcher(operation.path()).results().forEach(place -> places.put(place.group(2), id(ids, place.group(1))));
        var headers = new ArrayList<>(List.of(
                new Header("X-Purpose", "Verification of the interface"), new Header("Tus-Resumable", "1.0.0")));
        var body = new byte[0];
        if (operation.takesJson()) {
            headers.add(new Header("Content-Type", "application/json"));
            body = ordinary(operation, ids).getBytes(UTF_8);
        } else if (operation.takesBytes()) {
            headers.add(new Header("Content-Type", "video/mp4"));
            body = "no film".getBytes(UTF_8);
        }
        var ordinary = new Request(operation.method() + " " + operation.path(places), headers, body);
        return HostileRequests.of(operation, places, field -> idOfField(ids, field), ordinary);
    }

    /** What the other tests of the whole interface send, where there is such; else of the right shape at least. */
    private static String ordinary(PublishedOperation operation, Map<String, String> ids) {
        return Endpoint.ALL.stream()
                .filter(endpoint -> endpoint.operation().equals(name(operation)))
                .map(Endpoint::body)
                .filter(body -> !body.equals("{}"))
                .findFirst()
                .map(body -> body.replace("{territory}", Hidden.TERRITORY)
                        .replace("{incident}", ids.getOrDefault("incidents", ""))
                        .replace("{unit}", ids.getOrDefault("units", ""))
                        .replace("{evidence}", ids.getOrDefault("evidence", ""))
                        .replace("{now}", Instant.now().toString())
                        .replace("{later}", Instant.now().plusSeconds(3600).toString()))
                .orElse("{}");
    }

    private static String name(PublishedOperation operation) {
        return operation.target() + " " + operation.method() + " "
                + operation.path().replaceFirst("^/api/v1", "");
    }

    private static String id(Map<String, String> ids, String collection) {
        return switch (collection) {
            case "versions" -> "1";
            case "answer-texts" -> "RECEIVED";
            case "rights" -> "1";
            case "person" -> "RIGHTS_READ";
            case "escalation-policies" -> "MA-CAS";
            case "clocks" -> "TAKEN_IN_TO_SECURED";
            case "incident-stages" -> "OPEN_TO_ASSIGNED";
            default -> ids.getOrDefault(collection, new UUID(0, 7).toString());
        };
    }

    private static String idOfField(Map<String, String> ids, String field) {
        return ids.getOrDefault(
                switch (field) {
                    case "evidenceId", "evidenceIds" -> "evidence";
                    case "unitId" -> "units";
                    default -> field.replaceFirst("Ids?$", "s");
                },
                UUID.randomUUID().toString());
    }

    private static JsonNode document(Running suite, Target target) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(suite.client().uri(target, "/q/openapi?format=json"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return SuiteClient.json()
                    .readTree(http.send(request, BodyHandlers.ofByteArray()).body());
        }
    }
}
