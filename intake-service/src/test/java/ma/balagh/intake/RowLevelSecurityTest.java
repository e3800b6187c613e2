package ma.balagh.intake;

import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static ma.balagh.persistence.NamedValueBinder.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Jurisdictions;
import ma.balagh.intake.report.ReportAudience;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself refuses, whatever a query asks for. */
@QuarkusTest
final class RowLevelSecurityTest {

    /** Words, texts and terms are the whole country's; anchors have hashes alone. */
    private static final List<String> WITHOUT_ROWS_OF_ANYBODY = List.of(
            "flyway_schema_history",
            "idempotency_key",
            "inbox",
            "outbox",
            "answer_text",
            "answer_text_proposal",
            "custody_anchor",
            "custody_anchor_work",
            "custody_key",
            "custody_node",
            "custody_time_stamp",
            "relevance_terms",
            "report_word",
            "report_word_mark");

    private static final List<String> OF_CASABLANCA = List.of(
            "report",
            "media_link",
            "reporter_identity",
            "evidence",
            "report_evidence",
            "custody_entry",
            "source",
            "item",
            "legal_hold");

    private final Database database;
    private final DataSource pool;
    private final Session session;
    private UUID report = new UUID(0, 0);
    private UUID evidence = new UUID(0, 0);

    RowLevelSecurityTest(Database database, DataSource pool, Session session) {
        this.database = database;
        this.pool = pool;
        this.session = session;
    }

    @BeforeEach
    void fillTables() {
        Filed filed = Filed.by(CASABLANCA_OFFICER, """
                {"channel": "CITIZEN", "text": "دراجة نارية", "reporter": {"name": "مواطن"},
                 "mediaUrls": ["https://example.org/film.mp4"]}
                """);
        report = filed.id();
        evidence = filed.medium(CASABLANCA_OFFICER, Clips.mp4());
        String source = as(CASABLANCA_OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Deliveries\", \"kind\": \"WEBHOOK\"}")
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        database.execute("""
                insert into item (id, source_id, key, title, text, seen_at, media, score, assessment, standing, sampled)
                values (?, ?, encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 't', 't', now(), '{}', 0, '{}', 'SET_ASIDE', false)
                """, IdGenerator.next(), UUID.fromString(source));
        database.execute("""
                insert into legal_hold (id, subject, subject_id, reason, placed_at, placed_by)
                values (?, 'EVIDENCE', ?, 'test', now(), 'test')
                """, IdGenerator.next(), evidence);
    }

    @Test
    void hasAPolicyForEveryTable() {
        assertThat(database.list(String.class, """
                select relname from pg_class
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                  and not (relrowsecurity and relforcerowsecurity
                           and exists (select from pg_policy where polrelid = pg_class.oid))
                """)).containsExactlyInAnyOrderElementsOf(WITHOUT_ROWS_OF_ANYBODY);
    }

    @Test
    void showsNothingWhereNobodySaidForWhom() throws SQLException {
        showsNothing("", "", true, "");
    }

    @Test
    void showsNothingOfAnotherJurisdiction() throws SQLException {
        showsNothing("caller", "XA,XA-%", true, "");
    }

    @Test
    void showsNothingThatAnotherPartnerFiled() throws SQLException {
        showsNothing("caller", "", true, "nobody");
    }

    private void showsNothing(String actor, String patterns, boolean misconduct, String filedBy) throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, actor, patterns, misconduct, filedBy);

            // Then
            for (var table : tablesWithPolicies()) {
                assertThat(count(connection, table)).as(table).isZero();
            }
        }
    }

    @Test
    void showsTheOwnJurisdiction() throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "caller", "MA-CAS,MA-CAS-%", false, "");

            // Then
            for (var table : OF_CASABLANCA) {
                assertThat(count(connection, table)).as(table).isPositive();
            }
        }
    }

    @Test
    void showsAPartnerWhatItFiled() throws SQLException {
        // Given
        Filed theirs = Filed.by(PARTNER);
        UUID brought = theirs.medium(PARTNER, Clips.mp4());
        String partner = database.one(String.class, "select filed_by from report where id = ?", theirs.id());
        database.execute("update evidence set hidden = true where id = ?", brought);
        try (var connection = pool.getConnection()) {
            // When
            set(connection, "caller", "", false, partner);

            // Then
            assertThat(sees(connection, "report", theirs.id())).isTrue();
            assertThat(sees(connection, "evidence", brought)).isTrue();
            assertThat(sees(connection, "report", report)).isFalse();
            assertThat(sees(connection, "evidence", evidence)).isFalse();
        }
    }

    @Test
    void showsWhatIsForwardedToInternalAffairsAlone() throws SQLException {
        // Given
        database.execute("update report set forwarded = true where id = ?", report);

        // Then
        showsToInternalAffairsAlone("report", report);
        showsToInternalAffairsAlone("evidence", evidence);
    }

    @Test
    void showsHiddenEvidenceToInternalAffairsAlone() throws SQLException {
        // Given
        database.execute("update evidence set hidden = true where id = ?", evidence);

        // Then
        showsToInternalAffairsAlone("evidence", evidence);
    }

    private void showsToInternalAffairsAlone(String table, UUID id) throws SQLException {
        try (var connection = pool.getConnection()) {
            set(connection, "caller", "MA,MA-%", false, "");
            assertThat(sees(connection, table, id)).isFalse();
            set(connection, "caller", "MA,MA-%", true, "");
            assertThat(sees(connection, table, id)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set title = 'changed'",
                "update report set jurisdiction = 'XA'",
                "update evidence set media_type = 'video/webm'",
                "update report_evidence set file_name = 'changed'",
                "update media_link set reason = 'CHANGED'",
                "delete from reporter_identity",
                "update source set enabled = false",
                "update item set title = 'changed'",
                "update legal_hold set reason = 'changed'"
            })
    void changesNothingOfAnotherJurisdiction(String change) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            // Given
            set(connection, "caller", "XA,XA-%", true, "");

            // When
            int changed = statement.executeUpdate(change);

            // Then
            assertThat(changed).isZero();
        }
    }

    @Test
    void takesNoRowOfAnotherJurisdiction() throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "caller", "XB,XB-%", false, "");
            UUID own = file(connection, "XB-1");

            // Then
            assertRefused(() -> file(connection, "MA-CAS"));
            assertRefused(() -> decide(connection, report));
            decide(connection, own);
        }
    }

    /** Where the service works with every row, and has people in mind. */
    @Test
    @Transactional
    void showsPeopleJustWhatTheServiceTakesForSeen() throws SQLException {
        // Given
        Filed.by(PARTNER);
        database.execute("update report set forwarded = true where id = ?", report);
        String partner = database.one(
                String.class, "select filed_by from report where from_partner order by received_at desc limit 1");
        for (var readers : List.of(
                new ReportAudience(false, partner, List.of(), false),
                new ReportAudience(
                        false, null, Jurisdictions.of("MA-CAS", "MA-RAB").patterns(), false),
                new ReportAudience(false, null, Jurisdictions.of("MA").patterns(), true),
                new ReportAudience(false, null, List.of(), true))) {
            // When
            var taken = bind(
                            readers.values(),
                            session.createNativeQuery(
                                    "select id from report where " + ReportAudience.SEE_REPORT + " order by id",
                                    UUID.class))
                    .getResultList();

            // Then
            assertThat(seenBy(readers)).as(readers.toString()).isEqualTo(taken);
        }
    }

    private List<UUID> seenBy(ReportAudience readers) throws SQLException {
        try (var connection = pool.getConnection()) {
            set(
                    connection,
                    "caller",
                    String.join(",", readers.jurisdictions()),
                    readers.forwarded(),
                    readers.filedBy() == null ? "" : readers.filedBy());
            var shown = session.createNativeQuery("select id from report order by id", UUID.class)
                    .getResultList();
            set(connection, "service", "", false, "");
            return shown;
        }
    }

    @Test
    void showsNothingOfAnotherJurisdictionToWhoSearches() {
        as(OFFICER).get("/api/v1/reports?q={id}", report).then().statusCode(200);
        assertThat(as(People.RABAT_OFFICER)
                        .get("/api/v1/reports?q={id}", report)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static void assertRefused(ThrowingCallable insert) {
        assertThatExceptionOfType(SQLException.class).isThrownBy(insert).withMessageContaining("row-level security");
    }

    private List<String> tablesWithPolicies() {
        return database.list(String.class, "select distinct polrelid::regclass::text from pg_policy");
    }

    private static UUID file(Connection connection, String jurisdiction) throws SQLException {
        var id = IdGenerator.next();
        try (var insert = connection.prepareStatement("""
                insert into report (id, receipt, channel, jurisdiction, filed_by, received_at)
                values (?, ?, 'DESK', ?, 'test', now())
                """)) {
            insert.setObject(1, id);
            insert.setString(2, id.toString());
            insert.setString(3, jurisdiction);
            insert.executeUpdate();
        }
        return id;
    }

    private static void decide(Connection connection, UUID report) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into report_decision (report_id, at, kind, reason, decided_by)
                values (?, now(), 'SET_ASIDE', 'test', 'test')
                """)) {
            insert.setObject(1, report);
            insert.executeUpdate();
        }
    }

    private static void set(Connection connection, String actor, String patterns, boolean misconduct, String filedBy)
            throws SQLException {
        try (var set = connection.prepareStatement("""
                select set_config('balagh.actor', ?, false), set_config('balagh.jurisdictions', ?, false),
                       set_config('balagh.misconduct', ?, false), set_config('balagh.filed_by', ?, false)
                """)) {
            set.setString(1, actor);
            set.setString(2, patterns);
            set.setString(3, Boolean.toString(misconduct));
            set.setString(4, filedBy);
            set.execute();
        }
    }

    private static boolean sees(Connection connection, String table, UUID id) throws SQLException {
        try (var query = connection.prepareStatement("select exists (select from " + table + " where id = ?)")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
