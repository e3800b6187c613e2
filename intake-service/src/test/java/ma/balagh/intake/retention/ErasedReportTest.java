package ma.balagh.intake.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.RoleDataSourceFactory;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What a false report leaves elsewhere when its words are erased. */
@QuarkusTest
final class ErasedReportTest {

    private static final String LINKED = """
            {"channel": "SOCIAL", "text": "%s", "jurisdiction": "MA-CAS",
             "mediaUrls": ["https://media.example.org/%s.mp4"]}
            """;

    private final Config config;
    private final Database database;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    ErasedReportTest(Config config, Database database) {
        this.config = config;
        this.database = database;
    }

    @Test
    void leavesNoAddress() {
        // Given: a link whose server answered, and one whose medium is here
        UUID report = falseReport("words", "missing");
        UUID fetch = fetched(link(report), null);
        UUID origin = falseReport("words", "obtained");
        UUID evidence = new Filed(origin, "").medium(OFFICER, Clips.mp4());
        UUID kept = fetched(link(origin), evidence);
        // When
        run();
        // Then
        assertThat(text("select state || url from media_link where report_id = ?", report))
                .isEqualTo("ERASED");
        assertThat(text(
                        "select address || final_address || headers || coalesce(page::text, '{no page}') from media_fetch where id = ?",
                        fetch))
                .isEqualTo("[]{no page}");
        as(OFFICER).get("/api/v1/reports/" + report).then().body("mediaUrls", hasSize(0));
        // Then: where kept evidence comes from is its own, until it goes
        assertThat(text("select address from media_fetch where id = ?", kept)).isEqualTo("https://a.example.org/");
        as(OFFICER).get("/api/v1/evidence/" + evidence).then().body("origins", hasSize(1));
        // When
        database.execute("update evidence set secured_at = now() - interval '12 years' where id = ?", evidence);
        database.execute("update report set answered_at = now() - interval '11 years' where id = ?", origin);
        run();
        // Then
        assertThat(text("select address from media_fetch where id = ?", kept)).isEmpty();
        as(OFFICER).get("/api/v1/evidence/" + evidence).then().body("origins", hasSize(0));
    }

    @Test
    void tellsWhoeverCopiedIt() {
        // Given
        UUID report = falseReport("words", word());
        // When
        run();
        // Then
        kafka.await(ReportErased.class, event -> event.reportId().equals(report));
    }

    @Test
    void changesNothingElseOfWhereMediaWereFetched() {
        UUID fetch = fetched(link(falseReport("words", "changed")), null);
        List<String> forbidden = List.of(
                "update media_fetch set address = 'https://other.example.org/' where id = ?",
                "update media_fetch set address = '', final_address = '', redirects = '[]', headers = '[]',"
                        + " detail = null, connected_to = null, outcome = 'FETCHED', bytes = 1 where id = ?",
                "delete from media_fetch where id = ?");
        for (String sql : forbidden) {
            assertThatThrownBy(() -> database.execute(sql, fetch)).hasMessageContaining("append-only");
        }
    }

    @Test
    void forgetsTheWordsThatNobodyElseHas() {
        // Given
        String own = word();
        String shared = word();
        Filed.by(OFFICER, LINKED.formatted("then " + shared + " came", word()));
        falseReport(own + " " + shared, word());
        List.of(own, shared, own).forEach(word -> database.execute("insert into report_word (word) values (?)", word));
        // When
        run();
        // Then
        assertThat(knows(own)).isFalse();
        assertThat(knows(shared)).isTrue();
    }

    @Test
    void erasesTheItemThatItWasAndItsSightings() {
        // Given
        UUID report = falseReport("words", word());
        UUID item = item(report, null);
        UUID sighting = item(null, item);
        UUID other = item(Filed.by(OFFICER).id(), null);
        // When
        run();
        // Then
        assertThat(text("select title || coalesce(address, '') from item where id = ?", item))
                .isEmpty();
        assertThat(text("select title || coalesce(address, '') from item where id = ?", sighting))
                .isEmpty();
        assertThat(text("select standing from item where id = ?", sighting)).isEqualTo("SIGHTING");
        assertThat(text("select title from item where id = ?", other)).isEqualTo("A headline");
    }

    @Test
    void erasesASightingThatIsBeingRecorded() throws SQLException {
        // Given
        UUID item = item(falseReport("words", word()), null);
        UUID sighting = item(Filed.by(OFFICER).id(), null);
        CompletableFuture<Void> erasing;
        try (var recording = RoleDataSourceFactory.owner(config).getConnection()) {
            recording.setAutoCommit(false);
            try (var statement = recording.createStatement()) {
                statement.execute("select from item where id = '%s' for update".formatted(item));
                statement.execute("""
                        update item set standing = 'SIGHTING', report_id = null, sighting_of = '%s' where id = '%s'
                        """.formatted(item, sighting));
            }
            // When
            erasing = CompletableFuture.runAsync(ErasedReportTest::run);
            await().until(() -> database.one(
                    Boolean.class, """
                    select exists (
                        select from pg_stat_activity where ? = any(pg_blocking_pids(pid)))
                    """, recording.unwrap(PGConnection.class).getBackendPID()));
            recording.commit();
        }
        erasing.join();
        // Then
        assertThat(text("select title || coalesce(address, '') from item where id = ?", sighting))
                .isEmpty();
    }

    @Test
    void keepsWhatAHoldOnItsItemKeeps() {
        // Given
        UUID report = falseReport("words of the held", word());
        UUID sighting = item(null, item(report, null));
        as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("""
                        {"subject": "ITEM", "subjectId": "%s", "reason": "The court needs the article"}
                        """.formatted(sighting))
                .post("/api/v1/legal-holds")
                .then()
                .statusCode(201);
        // When
        run();
        // Then
        assertThat(text("select text from report where id = ?", report)).isEqualTo("words of the held");
        assertThat(text("select title from item where id = ?", sighting)).isEqualTo("A headline");
    }

    /** One that was answered more than two years ago. */
    private UUID falseReport(String text, String medium) {
        UUID id = Filed.by(OFFICER, LINKED.formatted(text, medium)).id();
        database.execute("""
                update report set status = 'ANSWERED', answer_kind = 'FALSE_REPORT',
                    answered_at = now() - interval '3 years' where id = ?
                """, id);
        return id;
    }

    private UUID link(UUID report) {
        return UUID.fromString(text("select id::text from media_link where report_id = ?", report));
    }

    private UUID fetched(UUID link, @Nullable UUID evidence) {
        UUID id = IdGenerator.next();
        database.execute("""
                    insert into media_fetch (
                        id, link_id, evidence_id, outcome, address, final_address, redirects, headers, begins_at, bytes,
                        started_at, page)
                    values (?, ?, cast(? as uuid), ?, 'https://a.example.org/', 'https://b.example.org/', '[]',
                        '[{"name": "Location", "value": "https://b.example.org/"}]', 0, 9, now(), '{}')
                    """, id, link, evidence, evidence == null ? "REFUSED" : "FETCHED");
        database.execute("update media_link set fetch_id = ? where id = ?", id, link);
        return id;
    }

    private UUID item(@Nullable UUID report, @Nullable UUID sightingOf) {
        UUID id = IdGenerator.next();
        database.execute("""
                    insert into source (id, name, kind, jurisdiction, keywords, enabled, created_at, created_by)
                    values (?, 'Press', 'WEBHOOK', 'MA-CAS', '{}', false, now(), 'test')
                    """, id);
        database.execute(
                """
                    insert into item (id, source_id, key, address, title, text, seen_at, media, score, assessment, standing,
                        report_id, sighting_of, sampled)
                    values (?, ?, ?, 'https://example.org/article', 'A headline', 'words', now(), '{}', 90, '{}', ?,
                        cast(? as uuid), cast(? as uuid), false)
                    """,
                id,
                id,
                Clips.sha256(id.toString().getBytes(UTF_8)),
                report == null ? "SIGHTING" : "REPORTED",
                report,
                sightingOf);
        return id;
    }

    private boolean knows(String word) {
        return database.one(Boolean.class, "select exists (select from report_word where word = ?)", word);
    }

    private String text(String sql, UUID id) {
        return database.one(String.class, sql, id);
    }

    /** Of letters alone, another one each time: the ten digits of base 26 are its letters from q on. */
    private static String word() {
        return "w"
                + Long.toString(System.nanoTime(), 26)
                        .chars()
                        .mapToObj(digit -> Character.toString(digit <= '9' ? digit - '0' + 'q' : digit))
                        .collect(joining())
                + "q";
    }

    private static void run() {
        as(COMMANDER).post("/api/v1/retention/runs").then().statusCode(201);
    }
}
