package ma.balagh.intake.obtain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.intake.People.OFFICER;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.fetch.FetchClient;
import ma.balagh.fetch.Fetchers;
import ma.balagh.fetch.ScriptedServer;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.evidence.PartialMediumStore;
import ma.balagh.intake.report.MediaLink;

/** The links of reports that a test has filed, and replicas that obtain them from the test's own server. */
@ApplicationScoped
class Links {

    private final ReportLinkService rows;
    private final LinkFetchQueue queue;
    private final MediaFetchRepository fetches;
    private final ObtainedLinkService obtained;
    private final MissingLinkService missing;
    private final LinkAttemptMetrics counts;
    private final PartialMediumStore partials;
    private final ObtainConfig config;
    private final Database database;

    Links(
            ReportLinkService rows,
            LinkFetchQueue queue,
            MediaFetchRepository fetches,
            ObtainedLinkService obtained,
            MissingLinkService missing,
            LinkAttemptMetrics counts,
            PartialMediumStore partials,
            ObtainConfig config,
            Database database) {
        this.rows = rows;
        this.queue = queue;
        this.fetches = fetches;
        this.obtained = obtained;
        this.missing = missing;
        this.counts = counts;
        this.partials = partials;
        this.config = config;
        this.database = database;
    }

    /** What earlier tests left waits, so that a claim finds this test's links only. */
    void park() {
        database.execute("""
                update media_link
                set next_attempt_at = now() + interval '1 day', lease_owner = null, lease_until = null
                where state = 'TO_OBTAIN'
                """);
    }

    /** A report that names a medium. */
    static UUID naming(String url) {
        return Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"mediaUrls\": [\"" + url + "\"]}")
                .id();
    }

    /** Its attempt was made an hour ago; rows of attempts never change otherwise. */
    void backdate(UUID report) {
        database.execute("""
                alter table media_fetch disable trigger media_fetch_only_erased;
                update media_fetch set ended_at = ended_at - interval '1 hour'
                where id = (select fetch_id from media_link where report_id = ?);
                alter table media_fetch enable trigger media_fetch_only_erased
                """, report);
    }

    /** Its links are due now. */
    void due(UUID reportId) {
        database.execute(
                "update media_link set next_attempt_at = now() where state = 'TO_OBTAIN' and report_id = ?", reportId);
    }

    /** Whoever works on one has not been heard of for too long. */
    void expireLeases() {
        database.execute("update media_link set lease_until = now() where lease_until is not null");
    }

    List<MediaLink> of(UUID reportId) {
        return rows.of(List.of(reportId)).getOrDefault(reportId, List.of());
    }

    MediaLink only(UUID reportId) {
        List<MediaLink> links = of(reportId);
        if (links.size() != 1) {
            throw new AssertionError("not one link: " + links);
        }
        return links.getFirst();
    }

    Optional<LinkTask> claim() {
        return queue.tasks().claim();
    }

    /** A replica of the service, as far as it obtains media. */
    LinkFetchScheduler replica(FetchClient fetcher) {
        return new LinkFetchScheduler(queue, fetcher(fetcher), new OneWorker(), new SimpleMeterRegistry());
    }

    LinkFetcher fetcher(FetchClient fetcher) {
        var attempts = new LinkAttemptRegistry(queue, fetches, counts, Clock.systemUTC());
        var outcomes = new FetchOutcomeHandler(queue, obtained, missing, attempts, config, Clock.systemUTC());
        return new LinkFetcher(fetcher, partials, queue, attempts, outcomes, config);
    }

    /** One attempt at each link of the report that is due, those that come up meanwhile included. */
    void obtain(UUID reportId, FetchClient fetcher) {
        due(reportId);
        obtain(fetcher);
    }

    /** One attempt at each link that is due, those that come up meanwhile included. */
    void obtain(FetchClient fetcher) {
        for (Optional<LinkTask> claim = claim(); claim.isPresent(); claim = claim()) {
            work(claim.get(), fetcher);
        }
    }

    void work(LinkTask task, FetchClient fetcher) {
        try {
            fetcher(fetcher).work(task);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("nobody ends this replica", e);
        }
    }

    /** Whether the lease is still the one by which it was claimed. */
    boolean isLeased(LinkTask task) {
        return queue.tasks().write(task, "attempts = attempts");
    }

    /** Answers by path; what has none is not found. */
    static final class Site {

        private final Map<String, ScriptedServer.Script> pages = new ConcurrentHashMap<>();
        private final ScriptedServer server;

        Site() throws IOException {
            server = ScriptedServer.open((head, out) -> {
                String path = head.split(" ", 3)[1];
                pages.getOrDefault(path, ScriptedServer.saying("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
                        .answer(head, out);
            });
        }

        void says(String path, ScriptedServer.Script script) {
            pages.put(path, script);
        }

        void shows(String path, String headers, byte[] body) {
            pages.put(path, ScriptedServer.saying(ScriptedServer.ok(headers, new String(body, ISO_8859_1))));
        }

        void shows(String path, String html) {
            shows(path, "Content-Type: text/html\r\n", html.getBytes(ISO_8859_1));
        }

        String url(String path) {
            return url("media.example.com", path);
        }

        String url(String host, String path) {
            return "http://" + host + ":" + server.port() + path;
        }

        ScriptedServer server() {
            return server;
        }

        FetchClient fetcher() {
            return Fetchers.from(server.address());
        }
    }
}
