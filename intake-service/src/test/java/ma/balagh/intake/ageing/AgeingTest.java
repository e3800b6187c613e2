package ma.balagh.intake.ageing;

import static java.time.ZoneOffset.UTC;
import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.http.Roles;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
final class AgeingTest {

    private static final String REPORT = """
            {"channel": "DESK", "text": "x", "jurisdiction": "%s"}
            """;

    private static final String TIMES = "/api/v1/reports/answer-times";

    /** A territory that no other test has. */
    private final String territory = "MA-T" + (System.nanoTime() % 10_000_000);

    private final TestTokens commander =
            TestTokens.of("commander", Roles.COMMANDER).withJurisdictions(territory);
    private final Database database;

    AgeingTest(Database database) {
        this.database = database;
    }

    @Test
    void countsWhatWaitsByAgeAndJurisdiction() {
        // Given
        report(territory, Duration.ofMinutes(10));
        report(territory, Duration.ofHours(5));
        report(territory + "-A", Duration.ofDays(2));
        UUID oldest = report(territory + "-A", Duration.ofDays(30));
        UUID answered = report(territory, Duration.ofDays(40));
        answer(answered);
        // When
        JsonPath ageing = as(commander)
                .get("/api/v1/reports/ageing")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Then
        assertThat(ageing.getInt("unanswered")).isEqualTo(4);
        assertThat(ageing.getList("ages.count", Integer.class)).containsExactly(1, 1, 0, 1, 0, 1);
        assertThat(ageing.getList("jurisdictions.jurisdiction", String.class))
                .containsExactly(territory + "-A", territory);
        assertThat(ageing.getList("jurisdictions[0].ages.count", Integer.class)).containsExactly(0, 0, 0, 1, 0, 1);
        String list = ageing.getString("jurisdictions[0].ages[5].list");
        as(commander)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(oldest.toString())))
                .body("items[0].age", equalTo("OLDER"))
                .body("items[0].text", equalTo("x"))
                .body("items[0].receipt", startsWith("BLG-"));
    }

    @Test
    void countsThoseInNoDossierByThemselves() {
        // Given
        report(territory, Duration.ofMinutes(10));
        UUID oldest = report(territory, Duration.ofHours(5));
        UUID examined = report(territory, Duration.ofDays(2));
        database.execute("update report set status = 'UNDER_EXAMINATION' where id = ?", examined);
        // When
        JsonPath ageing = as(commander).get("/api/v1/reports/ageing").jsonPath();
        // Then
        assertThat(ageing.getInt("unanswered")).isEqualTo(3);
        assertThat(ageing.getInt("inNoDossier.count")).isEqualTo(2);
        assertThat(ageing.getString("inNoDossier.oldestReceivedAt"))
                .isEqualTo(as(commander)
                        .get("/api/v1/reports/" + oldest)
                        .jsonPath()
                        .getString("receivedAt"));
    }

    @Test
    void saysWhichMediumIsMissingAndWhy() {
        // Given: one that cannot be had, one that is still to be fetched
        UUID report = Filed.by(OFFICER, """
                {"channel": "DESK", "mediaUrls": ["https://a.invalid/1-%1$s.mp4", "https://a.invalid/2-%1$s.mp4"],
                 "jurisdiction": "%1$s"}
                """.formatted(territory)).id();
        database.execute("""
                update media_link set state = 'UNOBTAINABLE', reason = 'GONE', detail = 'x', next_attempt_at = null,
                    lease_owner = null, lease_until = null
                where report_id = ? and url like '%/2-%'
                """, report);
        report(territory, Duration.ofDays(2));
        // Then
        as(commander)
                .get("/api/v1/reports/unanswered")
                .then()
                .statusCode(200)
                .body("items[0].missing", nullValue())
                .body("items[1].missing.reason", equalTo("GONE"))
                .body("items[1].missing.state", equalTo("UNOBTAINABLE"));
    }

    @Test
    void listsTheOldestFirst() {
        // Given
        for (int days = 1; days <= 3; days++) {
            report(territory, Duration.ofDays(days));
        }
        // When
        var found = new ArrayList<String>();
        String list =
                as(commander).get("/api/v1/reports/ageing").then().extract().path("list");
        String next = "";
        while (next != null) {
            JsonPath page = as(commander)
                    .get(list + "?limit=1" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.receivedAt", String.class));
            next = page.getString("next");
        }
        // Then
        assertThat(found).hasSize(3).isSorted();
    }

    @Test
    void showsNobodyWhatLiesElsewhere() {
        // Given
        report(territory, Duration.ofDays(1));
        // Then
        assertThat(as(CASABLANCA_OFFICER).get("/api/v1/reports/ageing").asString())
                .doesNotContain(territory);
        assertThat(as(CASABLANCA_OFFICER)
                        .get("/api/v1/reports/unanswered?jurisdiction=" + territory)
                        .asString())
                .doesNotContain(territory);
        as(PARTNER).get("/api/v1/reports/ageing").then().statusCode(403);
        as(AUDITOR).get("/api/v1/reports/ageing").then().statusCode(200);
    }

    @Test
    void saysWhichTerritoriesAndReportsAreBehindAWeek() {
        // Given
        UUID overdue = report(territory, Duration.ofDays(3));
        UUID waiting = report(territory, Duration.ofHours(2));
        UUID kept = report(territory, Duration.ofHours(10));
        UUID late = report(territory + "-A", Duration.ofDays(5));
        answer(kept);
        answer(late);
        report(territory, Duration.ofDays(8));

        // When // Then
        as(commander)
                .get(TIMES)
                .then()
                .statusCode(200)
                .body("targetSeconds", equalTo(86_400f))
                .body("territories.jurisdiction", equalTo(List.of(territory, territory + "-A")))
                .body("territories.received", equalTo(List.of(3, 1)))
                .body("territories.answered", equalTo(List.of(1, 1)))
                .body("territories.withinTarget", equalTo(List.of(1, 0)))
                .body("territories.overdue", equalTo(List.of(1, 0)));
        as(commander)
                .get(TIMES + "/reports")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(texts(late, overdue, kept, waiting)))
                .body("items.fate", equalTo(List.of("LATE", "OVERDUE", "KEPT", "IN_TIME")));
        as(commander)
                .get(TIMES + "/reports?fate=OVERDUE&jurisdiction=" + territory)
                .then()
                .body("items.id", equalTo(texts(overdue)));
        as(commander)
                .get(TIMES + "/reports?jurisdiction=" + territory + "-A")
                .then()
                .body("items.id", equalTo(texts(late)));
        as(CASABLANCA_OFFICER)
                .get(TIMES + "/reports?jurisdiction=" + territory)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of()));
    }

    @Test
    void refusesPeriodsThatEndBeforeTheyBegin() {
        as(commander)
                .get(TIMES + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("to"))
                .body("violations[0].code", equalTo("TOO_EARLY"));
    }

    private static List<String> texts(UUID... ids) {
        return Stream.of(ids).map(UUID::toString).toList();
    }

    @Test
    void comparesTheWeekWithThoseBefore() {
        // Given
        report(territory, Duration.ofHours(2));
        report(territory, Duration.ofDays(3));
        answer(report(territory, Duration.ofHours(10)));
        answer(report(territory, Duration.ofDays(8)));
        answer(report(territory + "-A", Duration.ofDays(40)));
        // When
        JsonPath weekly = as(commander)
                .get("/api/v1/reports/weekly?weeks=3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Then
        assertThat(weekly.getDouble("targetSeconds")).isEqualTo(86_400);
        assertThat(weekly.getList("weeks.received", Integer.class)).containsExactly(0, 1, 3);
        assertThat(weekly.getList("weeks.answered", Integer.class)).containsExactly(0, 1, 1);
        assertThat(weekly.getList("weeks.withinTarget", Integer.class)).containsExactly(0, 0, 1);
        assertThat(weekly.getList("weeks.overdue", Integer.class)).containsExactly(0, 0, 1);
        assertThat(weekly.getDouble("weeks[2].p50")).isBetween(35_000.0, 40_000.0);
        assertThat(weekly.<Object>get("weeks[0].p50")).isNull();
        assertThat(weekly.getString("weeks[2].to")).isEqualTo(weekly.getString("at"));
        assertThat(weekly.getString("weeks[1].to")).isEqualTo(weekly.getString("weeks[2].from"));
        assertThat(as(CASABLANCA_OFFICER)
                        .get("/api/v1/reports/weekly")
                        .jsonPath()
                        .getList("weeks"))
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 27})
    void countsFromOneToTwentySixWeeks(int weeks) {
        as(commander).get("/api/v1/reports/weekly?weeks=" + weeks).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"olderThan=1d", "olderThan=-PT1H", "olderThan=PT99999999999H", "jurisdiction=x", "cursor=x"})
    void refusesWhatItCannotRead(String query) {
        as(OFFICER).get("/api/v1/reports/unanswered?" + query).then().statusCode(400);
    }

    @Test
    void tellsTheMetricsByAge() {
        // Given
        report(territory, Duration.ofDays(5));
        // Then: the pause after a count depends on how long that took
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(as(OFFICER).get("/q/metrics").asString())
                        .containsPattern("balagh_reports_unanswered_by_age\\{.*age=\"under_7_days\".*} [1-9]"));
    }

    private UUID report(String jurisdiction, Duration age) {
        UUID filed = Filed.by(OFFICER, REPORT.formatted(jurisdiction)).id();
        Instant then = Instant.now().minus(age);
        // Its id follows the time of receipt, too.
        UUID id = new UUID(then.toEpochMilli() << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits());
        database.execute("update report set received_at = ?, id = ? where id = ?", then.atOffset(UTC), id, filed);
        return id;
    }

    private void answer(UUID report) {
        database.execute("""
                update report set status = 'ANSWERED', answer_kind = 'FALSE_REPORT', answered_at = now() where id = ?
                """, report);
    }
}
