package ma.balagh.intake.custody;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Nobody causes entries of custody without end; and nobody pays for what another one did. */
@QuarkusTest
final class AccessRatesTest {

    private static final TestTokens ANOTHER =
            TestTokens.of("patient", Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.INTAKE_OFFICER);

    private static final int AT_ONCE = 16;

    private final CustodyConfig config;

    AccessRatesTest(CustodyConfig config) {
        this.config = config;
    }

    @Test
    void refusesTooManyExports() throws Exception {
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        refuses(
                TestTokens.of("eager-exporter", Roles.ANALYST),
                person -> as(person)
                        .header("X-Purpose", "for the court of appeal")
                        .get("/api/v1/evidence/" + evidence + "/bundle"));
    }

    @Test
    void refusesTooManyDisclosures() throws Exception {
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        refuses(
                TestTokens.of("eager-officer", Roles.JUDICIAL_OFFICER),
                person -> as(person)
                        .contentType(ContentType.JSON)
                        .header("X-Purpose", "for the court of appeal")
                        .body("{\"recipient\": \"Court of Appeal\"}")
                        .post("/api/v1/evidence/" + evidence + "/disclosures"));
    }

    @Test
    void refusesTooManyLooksAtReporters() throws Exception {
        Filed filed = Filed.by(
                OFFICER, "{\"channel\": \"DESK\", \"text\": \"vol à l'arraché\", \"reporter\": {\"name\": \"Salma\"}}");
        filed.medium(OFFICER, Clips.mp4());
        refuses(
                TestTokens.of("eager-intake", Roles.INTAKE_OFFICER),
                person -> as(person)
                        .header("X-Purpose", "asking the witness back")
                        .get("/api/v1/reports/" + filed.id() + "/reporter"));
    }

    /** Twice as many as the rate says, side by side: tokens come back while they go on. */
    private void refuses(TestTokens person, Function<TestTokens, Response> act) throws Exception {
        int perMinute = config.entriesPerMinute();
        var attempts = Collections.nCopies(2 * perMinute, (Callable<Response>) () -> act.apply(person));
        var answers = new ArrayList<Response>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Response> answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        Response refusal = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refusal.then()
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("status", equalTo(429));
        assertThat(answers.stream().filter(answer -> answer.statusCode() < 300).count())
                .isGreaterThanOrEqualTo(perMinute);
        assertThat(act.apply(ANOTHER).statusCode()).isLessThan(300);
    }
}
