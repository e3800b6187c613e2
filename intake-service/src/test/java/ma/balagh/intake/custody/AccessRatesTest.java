package ma.balagh.intake.custody;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.Tokens;
import org.junit.jupiter.api.Test;

/** Nobody reads, or causes entries of custody, without end; and nobody pays for what another one did. */
@QuarkusTest
final class AccessRatesTest {

    private static final Tokens ANOTHER =
            Tokens.of("patient", Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.INTAKE_OFFICER);

    private final CustodyConfig config;

    AccessRatesTest(CustodyConfig config) {
        this.config = config;
    }

    @Test
    void refusesTooManyReadings() {
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        refuses(
                config.readsPerMinute(),
                Tokens.of("eager-reader", Roles.ANALYST),
                person -> as(person)
                        .header("X-Purpose", "comparing two recordings")
                        .get("/api/v1/evidence/" + evidence + "/content"));
    }

    @Test
    void refusesTooManyExports() {
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        refuses(
                config.entriesPerMinute(),
                Tokens.of("eager-exporter", Roles.ANALYST),
                person -> as(person)
                        .header("X-Purpose", "for the court of appeal")
                        .get("/api/v1/evidence/" + evidence + "/bundle"));
    }

    @Test
    void refusesTooManyDisclosures() {
        UUID evidence = Filed.by(OFFICER).medium(OFFICER, Clips.mp4());
        refuses(
                config.entriesPerMinute(),
                Tokens.of("eager-officer", Roles.JUDICIAL_OFFICER),
                person -> as(person)
                        .contentType(ContentType.JSON)
                        .header("X-Purpose", "for the court of appeal")
                        .body("{\"recipient\": \"Court of Appeal\"}")
                        .post("/api/v1/evidence/" + evidence + "/disclosures"));
    }

    @Test
    void refusesTooManyLooksAtReporters() {
        Filed filed = Filed.by(
                OFFICER, "{\"channel\": \"DESK\", \"text\": \"vol à l'arraché\", \"reporter\": {\"name\": \"Salma\"}}");
        filed.medium(OFFICER, Clips.mp4());
        refuses(
                config.entriesPerMinute(),
                Tokens.of("eager-intake", Roles.INTAKE_OFFICER),
                person -> as(person)
                        .header("X-Purpose", "asking the witness back")
                        .get("/api/v1/reports/" + filed.id() + "/reporter"));
    }

    /** Tokens come back while it goes on, so that the first refusal comes somewhat later than the rate says. */
    private static void refuses(int perMinute, Tokens person, Function<Tokens, Response> act) {
        int taken = 0;
        Response answer = act.apply(person);
        while (answer.statusCode() < 300 && taken <= 4 * perMinute) {
            taken++;
            answer = act.apply(person);
        }
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("status", equalTo(429));
        assertThat(taken).isGreaterThanOrEqualTo(perMinute);
        assertThat(act.apply(ANOTHER).statusCode()).isLessThan(300);
    }
}
