package ma.balagh.intake.obtain;

import static ma.balagh.intake.People.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import ma.balagh.fetch.FetchClient;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.ReportService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class LinkFetchQueueTest {

    @Inject
    Links links;

    @Inject
    FetchClient configured;

    @Inject
    LinkLeaderRepository leaders;

    @Inject
    ReportService reports;

    @Inject
    DataSource pool;

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
    void letsTwoWorkAtOneHostAndNobodyTwiceAtOneLink() throws Exception {
        // Given
        String urls = IntStream.range(0, 12)
                .mapToObj(i -> '"' + site.url("host-" + i % 3 + ".example.com", "/" + i) + '"')
                .collect(Collectors.joining(", "));
        Filed filed = Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"mediaUrls\": [" + urls + "]}");
        links.due(filed.id());
        Callable<Optional<LinkTask>> claiming = links::claim;
        // When
        List<LinkTask> claims;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            claims = threads.invokeAll(Collections.nCopies(12, claiming)).stream()
                    .flatMap(answer -> answer.resultNow().stream())
                    .toList();
        }
        // Then
        assertThat(claims).hasSize(6);
        assertThat(new HashSet<>(claims.stream().map(LinkTask::id).toList())).hasSize(6);
        assertThat(claims.stream()
                        .collect(Collectors.groupingBy(
                                claim -> claim.url().replaceAll("^http://|:.*", ""), Collectors.counting()))
                        .values())
                .containsExactly(2L, 2L, 2L);
    }

    @Test
    void leavesAHostAloneAfterARequest() {
        // Given
        var polite = new LinkFetchQueue(pool, leaders, reports, new Bounds(Duration.ofHours(1)), new OneWorker());
        Filed filed = Filed.by(
                OFFICER,
                "{\"channel\": \"PRESS\", \"mediaUrls\": [\"http://polite.example.com/1\", \"http://polite.example.com/2\"]}");
        links.due(filed.id());
        // Then
        assertThat(polite.tasks().claim()).isPresent();
        assertThat(polite.tasks().claim()).isEmpty();
        assertThat(links.claim()).isPresent();
    }

    @Test
    void putsOffALinkThatWorkersDieOf() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        UUID report = Links.naming(site.url("/film.mp4"));
        links.due(report);
        for (int dead = 0; dead < 2; dead++) {
            assertThat(links.claim()).isPresent();
            links.expireLeases();
        }
        LinkTask task = links.claim().orElseThrow();
        assertThat(task.lostLeases()).isEqualTo(2);
        // When
        links.fetcher(site.fetcher()).giveUp(task);
        // Then
        assertThat(links.claim()).isEmpty();
        assertThat(site.server().heads()).isEmpty();
        assertThat(links.only(report).reason()).isEqualTo("NOT_STORED");
        links.obtain(report, site.fetcher());
        assertThat(links.only(report).state()).isEqualTo(MediaLink.State.OBTAINED);
    }

    @Test
    void refusesThisMachineAsItIsConfigured() {
        // Given
        Filed filed = Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"mediaUrls\": [\"" + site.url("/film.mp4") + "\"]}");
        // When
        links.obtain(filed.id(), configured);
        // Then
        MediaLink link = links.only(filed.id());
        assertThat(link.state()).isEqualTo(MediaLink.State.UNOBTAINABLE);
        assertThat(link.reason()).isIn("OTHER_PORT", "LOCAL_NAME", "NOT_PUBLIC");
        assertThat(site.server().heads()).isEmpty();
    }
}
