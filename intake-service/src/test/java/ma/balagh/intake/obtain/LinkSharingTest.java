package ma.balagh.intake.obtain;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.obtain.Links.naming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ma.balagh.intake.Clips;
import ma.balagh.intake.report.MediaLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several replicas that give what one link has come to, to the others. */
@QuarkusTest
@Timeout(120)
final class LinkSharingTest {

    private static final int MANY = 12;

    @Inject
    Links links;

    @Inject
    LinkSharingScheduler sharing;

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
    void givesEachItsShareOnceHoweverManyReplicasDoSo() throws Exception {
        // Given
        site.shows("/film.mp4", "Content-Type: video/mp4\r\n", Clips.mp4());
        List<UUID> reports = IntStream.range(0, MANY)
                .mapToObj(_ -> naming(site.url("/film.mp4")))
                .toList();
        links.obtain(site.fetcher());
        var together = new CyclicBarrier(2);
        Callable<Boolean> replica = () -> {
            together.await();
            sharing.share();
            return true;
        };
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(replica, replica)))
                    .allSatisfy(shared -> assertThat(shared.resultNow()).isTrue());
        }
        sharing.share();
        // Then
        assertThat(reports)
                .allSatisfy(report -> assertThat(links.only(report).state()).isEqualTo(MediaLink.State.OBTAINED));
        as(OFFICER)
                .get("/api/v1/evidence/" + links.only(reports.getFirst()).evidenceId() + "/custody?limit=200")
                .then()
                .body("intact", equalTo(true))
                .body("items.size()", equalTo(MANY));
    }
}
