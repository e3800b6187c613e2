package ma.balagh.intake.obtain;

import static java.util.Objects.requireNonNull;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.obtain.Links.naming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.fetch.ScriptedServer;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Timeout(120)
final class SharedLinksTest {

    private static final int MANY = 300;

    @Inject
    Links links;

    @Inject
    LinkSharingScheduler sharing;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init")
    private Links.Site site;

    @BeforeEach
    void open() throws IOException {
        links.park();
        site = new Links.Site();
    }

    @AfterEach
    void close() throws IOException {
        site.server().close();
    }

    @Test
    void fetchesOnceWhatManyReportsName() {
        // Given
        site.shows("/film.mp4?utm_source=a0", "Content-Type: video/mp4\r\n", Clips.mp4());
        List<UUID> reports = IntStream.range(0, MANY)
                .mapToObj(i -> naming(site.url("/film.mp4?utm_source=a" + i)))
                .toList();
        // When
        links.obtain(site.fetcher());
        sharing.share();
        // Then
        assertThat(site.server().heads()).hasSize(1);
        UUID evidence = evidenceOf(reports.getFirst());
        assertThat(reports).allSatisfy(report -> assertThat(evidenceOf(report)).isEqualTo(evidence));
        assertThat(actions(evidence))
                .hasSize(MANY)
                .startsWith("SECURED", "SIGHTED")
                .endsWith("SIGHTED");
        as(OFFICER)
                .get("/api/v1/evidence/" + evidence)
                .then()
                .body("reportCount", equalTo(MANY))
                .body("reports", hasSize(200))
                .body("origins", hasSize(200));
        kafka.await(EvidenceSighted.class, event -> event.reportId().equals(reports.getLast()));
    }

    @Test
    void tellsOfEachReportWhichAttemptBroughtItsMedium() {
        // Given
        site.shows(
                "/film.mp4",
                "Content-Type: video/mp4\r\nContent-Disposition: attachment; filename=\"casa.mp4\"\r\n",
                Clips.mp4());
        UUID first = naming(site.url("/film.mp4"));
        UUID second = naming(site.url("/film.mp4#t=10"));
        // When
        links.obtain(site.fetcher());
        sharing.share();
        // Then
        UUID evidence = evidenceOf(second);
        String fetchId = as(OFFICER)
                .get("/api/v1/evidence/" + evidence)
                .then()
                .body("reports.fileName", equalTo(List.of("casa.mp4", "casa.mp4")))
                .body("reports.declaredType", equalTo(List.of("video/mp4", "video/mp4")))
                .body("origins.reportId", equalTo(List.of(first.toString(), second.toString())))
                .body(
                        "origins.mediaLink",
                        equalTo(Stream.of(first, second)
                                .map(report -> links.only(report).id().toString())
                                .toList()))
                .body("origins.address", everyItem(equalTo(site.url("/film.mp4"))))
                .extract()
                .path("origins[0].id");
        as(OFFICER).get("/api/v1/evidence/" + evidence).then().body("origins.id", everyItem(equalTo(fetchId)));
        as(OFFICER)
                .get("/api/v1/evidence/" + evidence + "/custody")
                .then()
                .body("intact", equalTo(true))
                .body("items.detail.fetchId", equalTo(List.of(fetchId, fetchId)))
                .body("items[1].detail.reportId", equalTo(second.toString()))
                .body("items[1].detail.fetchedAt", notNullValue());
        as(OFFICER).get("/api/v1/media-links/" + links.only(second).id()).then().body("fetchId", equalTo(fetchId));
    }

    @Test
    void givesWhatWasJustFetchedWithoutAskingAgain() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        UUID first = naming(site.url("/film.mp4"));
        links.obtain(first, site.fetcher());
        UUID later = naming(site.url("/film.mp4"));
        // When
        links.obtain(later, site.fetcher());
        sharing.share();
        // Then
        assertThat(evidenceOf(later)).isEqualTo(evidenceOf(first));
        assertThat(site.server().heads()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void fetchesAsNewBytesWhatOthersHaveBrought(TestTokens stranger) {
        // Given: fetched for one report, uploaded for another
        byte[] clip = Clips.mp4();
        site.shows("/film.mp4", "", clip);
        UUID first = Filed.by(RABAT_OFFICER, report("MA-RAB")).id();
        links.obtain(first, site.fetcher());
        UUID uploaded =
                Filed.by(PARTNER, Filed.REPORT.replace("MA-CAS", "MA-RAB")).medium(PARTNER, clip);
        // When
        UUID second = Filed.by(stranger, report("MA-CAS")).id();
        links.obtain(second, site.fetcher());
        sharing.share();
        // Then
        UUID evidence = evidenceOf(second);
        assertThat(evidence).isNotIn(evidenceOf(first), uploaded);
        assertThat(site.server().heads()).hasSize(2);
        assertThat(actions(evidence)).containsExactly("SECURED");
        as(OFFICER)
                .get("/api/v1/evidence/" + evidence)
                .then()
                .body("reportCount", equalTo(1))
                .body("origins.reportId", equalTo(List.of(second.toString())));
    }

    static Stream<TestTokens> strangers() {
        return Stream.of(OTHER_PARTNER, CASABLANCA_OFFICER);
    }

    @Test
    void fetchesOnceWhatAPartnerNamesTwice() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        UUID first = Filed.by(PARTNER, report("MA-CAS")).id();
        UUID second = Filed.by(PARTNER, report("MA-RAB")).id();
        // When
        links.obtain(site.fetcher());
        sharing.share();
        // Then
        assertThat(evidenceOf(second)).isEqualTo(evidenceOf(first));
        assertThat(site.server().heads()).hasSize(1);
    }

    @Test
    void asksAgainForWhatWasErasedMeanwhile() {
        // Given: one waits for another, whose medium is erased before it is shared
        site.shows("/film.mp4", "", Clips.mp4());
        UUID first = naming(site.url("/film.mp4"));
        UUID second = naming(site.url("/film.mp4"));
        links.obtain(site.fetcher());
        UUID evidence = evidenceOf(first);
        database.execute(
                "update evidence set erased_at = now(), erased_as = 'CLOSED_CASE_EVIDENCE' where id = ?", evidence);
        // When
        sharing.share();
        links.obtain(site.fetcher());
        // Then
        assertThat(evidenceOf(second)).isEqualTo(evidence);
        assertThat(site.server().heads()).hasSize(2);
        assertThat(actions(evidence)).containsExactly("SECURED", "SECURED");
    }

    @Test
    void asksAgainForWhatWasFetchedLongAgo() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        UUID first = naming(site.url("/film.mp4"));
        links.obtain(first, site.fetcher());
        links.backdate(first);
        // When
        UUID later = naming(site.url("/film.mp4"));
        links.obtain(later, site.fetcher());
        // Then
        assertThat(evidenceOf(later)).isEqualTo(evidenceOf(first));
        assertThat(site.server().heads()).hasSize(2);
    }

    @Test
    void triesOnceForAllWhatFails() {
        // Given
        site.says("/film.mp4", ScriptedServer.saying("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        UUID first = naming(site.url("/film.mp4"));
        UUID second = naming(site.url("/film.mp4"));
        links.obtain(first, site.fetcher());
        UUID third = naming(site.url("/film.mp4"));
        links.obtain(third, site.fetcher());
        assertThat(site.server().heads()).hasSize(1);
        as(OFFICER)
                .get("/api/v1/media-links/" + links.only(third).id())
                .then()
                .body("state", equalTo("TO_OBTAIN"))
                .body("attempts", equalTo(1))
                .body("detail", notNullValue());
        // When
        site.shows("/film.mp4", "", Clips.mp4());
        as(OFFICER)
                .contentType("application/json")
                .body("{\"reason\": \"The server is said to be back\"}")
                .post("/api/v1/media-links/" + links.only(third).id() + "/retry")
                .then()
                .statusCode(200);
        links.obtain(third, site.fetcher());
        sharing.share();
        // Then
        assertThat(site.server().heads()).hasSize(2);
        assertThat(Stream.of(first, second, third).map(this::evidenceOf).distinct())
                .hasSize(1);
    }

    @Test
    void tellsOfEachReportThatItsMediumIsNotThere() {
        // Given
        UUID first = naming(site.url("/gone.mp4"));
        UUID second = naming(site.url("/gone.mp4"));
        // When
        links.obtain(first, site.fetcher());
        sharing.share();
        // Then
        assertThat(site.server().heads()).hasSize(1);
        MediaLink gone = links.only(second);
        assertThat(gone.state()).isEqualTo(MediaLink.State.UNOBTAINABLE);
        assertThat(gone.reason()).isEqualTo(links.only(first).reason());
        kafka.await(EvidenceUnobtainable.class, event -> event.reportId().equals(second));
    }

    @Test
    void readsAPageOnceForAllReportsThatNameIt() {
        // Given
        site.shows("/story", "<video src=\"/film.mp4\"></video><video src=\"/other.mp4\"></video>");
        site.shows("/film.mp4", "", Clips.mp4());
        site.shows("/other.mp4", "", Clips.mp4());
        UUID first = naming(site.url("/story"));
        UUID second = naming(site.url("/story"));
        // When
        links.obtain(first, site.fetcher());
        sharing.share();
        links.obtain(second, site.fetcher());
        sharing.share();
        // Then
        assertThat(site.server().heads().stream()
                        .map(head -> head.split(" ", 3)[1])
                        .filter("/film.mp4"::equals))
                .hasSize(1);
        assertThat(states(second)).containsExactly("READ", "OBTAINED", "OBTAINED");
        assertThat(links.of(second).stream().map(MediaLink::evidenceId))
                .isEqualTo(links.of(first).stream().map(MediaLink::evidenceId).toList());
    }

    @Test
    void fetchesForTheOthersWhatAPersonBroughtForOne() {
        // Given
        byte[] published = Clips.mp4();
        site.says("/film.mp4", ScriptedServer.saying("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        Filed first = Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"mediaUrls\": [\"" + site.url("/film.mp4") + "\"]}");
        UUID second = naming(site.url("/film.mp4"));
        links.obtain(first.id(), site.fetcher());
        // When
        as(OFFICER)
                .contentType("video/mp4")
                .body(Clips.mp4())
                .post("/api/v1/reports/" + first.id() + "/media?mediaLink="
                        + links.only(first.id()).id())
                .then()
                .statusCode(201);
        sharing.share();
        site.shows("/film.mp4", "", published);
        links.obtain(second, site.fetcher());
        // Then
        assertThat(evidenceOf(second)).isNotEqualTo(evidenceOf(first.id()));
        as(OFFICER)
                .get("/api/v1/evidence/" + evidenceOf(second))
                .then()
                .body("sha256", equalTo(Clips.sha256(published)))
                .body("origins", hasSize(1));
    }

    private String report(String jurisdiction) {
        return """
                {"channel": "SOCIAL", "jurisdiction": "%s", "mediaUrls": ["%s"]}
                """.formatted(jurisdiction, site.url("/film.mp4"));
    }

    private UUID evidenceOf(UUID report) {
        MediaLink link = links.only(report);
        assertThat(link.state()).as(link.toString()).isEqualTo(MediaLink.State.OBTAINED);
        return requireNonNull(link.evidenceId());
    }

    private List<String> states(UUID report) {
        return links.of(report).stream().map(link -> link.state().name()).toList();
    }

    private List<String> actions(UUID evidence) {
        var actions = new ArrayList<String>();
        String next = "";
        while (next != null) {
            JsonPath page = as(OFFICER)
                    .get("/api/v1/evidence/" + evidence + "/custody?limit=200"
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .body("intact", equalTo(true))
                    .extract()
                    .jsonPath();
            actions.addAll(page.getList("items.action"));
            next = page.getString("next");
        }
        return actions;
    }
}
