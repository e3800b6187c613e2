package ma.balagh.http;

import static ma.balagh.http.Requests.SAMPLES;
import static ma.balagh.http.Requests.by;
import static ma.balagh.http.Requests.byAnalyst;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import ma.balagh.platform.test.TestPostgres;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class SampleResourceTest {

    private static final String ONE = SAMPLES + "/" + new UUID(0, 1);

    @Inject
    Samples samples;

    @Test
    void pagesThroughAListNewestFirst() {
        // Given
        String name = "page " + UUID.randomUUID();
        List<String> ids = List.of(
                samples.create(name).toString(),
                samples.create(name).toString(),
                samples.create(name).toString());

        // When
        JsonPath first = byAnalyst().get(SAMPLES + "?limit=2&name={name}", name).jsonPath();
        Response second =
                byAnalyst().get(SAMPLES + "?limit=2&name={name}&cursor={cursor}", name, first.getString("next"));

        // Then
        assertThat(first.getList("items.id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.jsonPath().getList("items.id")).containsExactly(ids.get(0));
        assertThat(second.asString()).contains("\"next\":null").doesNotContain("absent");
    }

    @Test
    void writesTimesInUtcWithMilliseconds() {
        // When
        Response response = byAnalyst()
                .body("{\"name\": \"a\", \"at\": \"2026-11-25T09:30:00+01:00\"}")
                .post(SAMPLES + "/bare");

        // Then
        assertThat(response.jsonPath().getString("at")).isEqualTo("2026-11-25T08:30:00.000Z");
    }

    @Test
    void sendsAResourceOnlyToThoseWhoHaveAnotherVersion() {
        // When
        Response fresh = byAnalyst().get(ONE);
        Response known = byAnalyst().header("If-None-Match", "\"7\"").get(ONE);
        Response old = byAnalyst().header("If-None-Match", "\"6\"").get(ONE);
        Response listed = byAnalyst().header("If-None-Match", "\"6\", \"7\"").get(ONE);

        // Then
        assertThat(fresh.getHeader("ETag")).isEqualTo("\"7\"");
        assertThat(known.getStatusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
        assertThat(old.getStatusCode()).isEqualTo(200);
        assertThat(listed.getStatusCode()).isEqualTo(304);
    }

    @Test
    void readsOnlyTheVersionThatTheClientAsksFor() {
        // When
        Response stale = byAnalyst().header("If-Match", "\"6\"").get(ONE);
        Response present = byAnalyst().header("If-Match", "\"7\"").get(ONE);
        Response presentAndKnown = byAnalyst()
                .header("If-Match", "\"7\"")
                .header("If-None-Match", "\"7\"")
                .get(ONE);

        // Then
        assertThat(stale.getStatusCode()).isEqualTo(412);
        assertThat(stale.jsonPath().getString("type")).isEqualTo("/problems/precondition-failed");
        assertThat(present.getStatusCode()).isEqualTo(200);
        assertThat(presentAndKnown.getStatusCode()).isEqualTo(304);
    }

    @Test
    void changesOnlyTheVersionThatTheClientHasRead() {
        // When
        Response stale = change("\"6\"");
        Response present = change("\"7\"");
        Response unconditional = byAnalyst().body("{\"name\": \"b\"}").put(ONE);

        // Then
        assertThat(stale.getStatusCode()).isEqualTo(412);
        assertThat(stale.jsonPath().getString("type")).isEqualTo("/problems/precondition-failed");
        assertThat(present.getStatusCode()).isEqualTo(200);
        assertThat(unconditional.getStatusCode()).isEqualTo(200);
    }

    @Test
    void asksWhySomebodyLooks() {
        // When
        Response silent = byAnalyst().get(ONE + "/content");
        Response curt = byAnalyst().header(Purpose.HEADER, "because").get(ONE + "/content");
        Response reasoned = byAnalyst()
                .header(Purpose.HEADER, "UTF-8''%D9%81%D8%AD%D8%B5%20%D8%A7%D9%84%D8%AF%D9%84%D9%8A%D9%84")
                .get(ONE + "/content");

        // Then
        assertThat(silent.getStatusCode()).isEqualTo(428);
        assertThat(curt.getStatusCode()).isEqualTo(428);
        assertThat(curt.jsonPath().getString("type")).isEqualTo("/problems/purpose-required");
        assertThat(reasoned.jsonPath().getString("text")).isEqualTo("فحص الدليل");
    }

    @Test
    void knowsTheCaller() {
        // Given
        TestTokens tokens = TestTokens.of("casa-analyst", Roles.ANALYST)
                .withJurisdictions("MA-CAS", "MA-RAB")
                .withUnit("UNIT-1");

        // When
        JsonPath who = by(tokens).get(SAMPLES + "/who").jsonPath();

        // Then
        assertThat(who.getString("id"))
                .isEqualTo(TestTokens.subjectOf("casa-analyst").toString());
        assertThat(who.getString("name")).isEqualTo("casa-analyst");
        assertThat(who.<String>getList("jurisdictions")).containsExactly("MA-CAS", "MA-RAB");
        assertThat(who.getString("unit")).isEqualTo("UNIT-1");
        assertThat(who.getBoolean("analyst")).isTrue();
    }

    @Test
    void refusesATokenWithAMalformedJurisdiction() {
        // Given
        TestTokens tokens = TestTokens.of("analyst", Roles.ANALYST).withJurisdictions("%");

        // When
        Response response = by(tokens).get(SAMPLES + "/who");

        // Then
        assertThat(response.getStatusCode()).isEqualTo(403);
    }

    @Test
    void filtersJurisdictionsInSql() {
        // Given
        Jurisdictions casablanca = Jurisdictions.of("MA-CAS");

        // Then
        assertThat(samples.fetchWithAJurisdictionLike(casablanca, "MA-CAS")).isPresent();
        assertThat(samples.fetchWithAJurisdictionLike(casablanca, "MA-CAS-ANFA"))
                .isPresent();
        assertThat(samples.fetchWithAJurisdictionLike(casablanca, "MA-CASX")).isEmpty();
        assertThat(samples.fetchWithAJurisdictionLike(casablanca, "MA")).isEmpty();
        assertThat(samples.fetchWithAJurisdictionLike(Jurisdictions.of(), "MA")).isEmpty();
    }

    private static Response change(String version) {
        return byAnalyst().header("If-Match", version).body("{\"name\": \"b\"}").put(ONE);
    }
}
