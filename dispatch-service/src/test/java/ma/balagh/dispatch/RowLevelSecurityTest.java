package ma.balagh.dispatch;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself refuses, whatever a query asks for. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class RowLevelSecurityTest {

    private static final List<String> WITHOUT_ROWS_OF_ANYBODY =
            List.of("desk_change_erasure", "flyway_schema_history", "idempotency_key", "inbox", "outbox");

    private static final List<String> OF_CASABLANCA = List.of(
            "unit",
            "incident",
            "verdict_facts",
            "assignment",
            "planned_unit",
            "incident_entry",
            "desk_change",
            "run_card",
            "run_card_requirement",
            "incident_stage",
            "escalation",
            "inquiry",
            "inquiry_consultation",
            "inquiry_step",
            "inquiry_hearing",
            "inquiry_suspension",
            "inquiry_attachment",
            "inquiry_entry",
            "inquiry_erasure",
            "road_closure",
            "communique",
            "patrol_plan",
            "patrol_spot",
            "patrol_unit",
            "patrol_duty",
            "patrol_plan_entry",
            "patrol_visit",
            "visit_observation");

    @Inject
    Database database;

    @Inject
    DataSource pool;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @BeforeEach
    void fillTables() {
        var unitId = Story.unit(Story.callSign());
        Story.onScene(Story.incident(kafka), unitId);
        Story.planned(Story.incident(kafka), unitId);
        fillFileOf(Story.inquiry(kafka));
        as(Story.COMMANDER).body("""
                        {"jurisdiction": "MA-CAS", "type": "OTHER", "alarmLevel": 2,
                         "requirements": [{"role": "LEAD", "count": 1}]}""").post("/api/v1/run-cards");
        Story.roadClosure();
        as(Story.COMMANDER).body("""
                        {"jurisdiction": "MA-CAS", "kind": "STATEMENT"}""").post("/api/v1/communiques");
        as(Story.COMMANDER)
                .body(Story.patrolPlan("MA-CAS", Instant.now(), unitId))
                .post("/api/v1/patrol-plans")
                .then()
                .statusCode(201);
        fillPlans(unitId);
    }

    /** A visit of each plan, what was seen at it, and a unit that it has. */
    private void fillPlans(UUID unitId) {
        database.execute("""
                insert into patrol_duty (plan_id, unit_id, from_at, to_at)
                select plan_id, unit_id, from_at, to_at
                from patrol_unit where unit_id = ?
                """, unitId);
        database.execute("""
                insert into patrol_visit (id, plan_id, spot, minutes, state, why)
                select uuidv7(), id, 0, 12, 'UNASSIGNED', '{}' from patrol_plan where jurisdiction = 'MA-CAS'
                """);
        database.execute("""
                insert into visit_observation (id, plan_id, visit_id, kind, at, recorded_at, recorded_by)
                select uuidv7(), plan_id, patrol_visit.id, 'NOTHING', now(), now(), 'x'
                from patrol_visit join patrol_plan on patrol_plan.id = plan_id where jurisdiction = 'MA-CAS'
                """);
    }

    /** One row in each table of inquiries. */
    private void fillFileOf(UUID inquiryId) {
        for (var row : List.of(
                "step (id, inquiry_id, title, due_at, planned_by, planned_at) values (?, ?, 'roster', now(), 'x', now())",
                """
                hearing (id, inquiry_id, role, person, place, scheduled_at, planned_by, planned_at)
                values (?, ?, 'WITNESS', 'W-1', 'Rabat', now(), 'x', now())
                """,
                """
                suspension (id, inquiry_id, person, legal_basis, begins_at, ends_at, recorded_by, recorded_at)
                values (?, ?, 'A.B.', 'article 73', now(), now() + interval '1 day', 'x', now())
                """,
                """
                attachment (id, inquiry_id, evidence_id, sha256, title, added_by, added_at)
                values (?, ?, uuidv7(), repeat('ab', 32), 'film', 'x', now())
                """,
                "erasure (id, inquiry_id, state, not_before) values (?, ?, 'HELD', now())")) {
            database.execute("insert into inquiry_" + row, IdGenerator.next(), inquiryId);
        }
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
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "", "", false);

            // Then
            for (var table : tablesWithPolicies()) {
                assertThat(count(connection, table)).as(table).isZero();
            }
        }
    }

    @Test
    void showsNothingOfAnotherJurisdiction() throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "caller", "XA,XA-%", true);

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
            set(connection, "caller", "MA-CAS,MA-CAS-%", true);

            // Then
            for (var table : OF_CASABLANCA) {
                assertThat(count(connection, table)).as(table).isPositive();
            }
        }
    }

    @Test
    void showsInquiriesOnlyToInternalAffairs() throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "caller", "MA,MA-%", false);

            // Then
            var ofInquiries = tablesWithPolicies().stream()
                    .filter(table -> table.startsWith("inquiry"))
                    .toList();
            assertThat(ofInquiries).contains("inquiry", "inquiry_erasure");
            for (var table : ofInquiries) {
                assertThat(count(connection, table)).as(table).isZero();
            }
            assertThat(count(connection, "incident")).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update unit set crew = crew",
                "update unit set jurisdiction = 'XA'",
                "update incident set severity = severity",
                "update run_card set alarm_level = alarm_level",
                "delete from run_card_requirement",
                "update inquiry set severity = severity",
                "update road_closure set reason = reason",
                "update communique set kind = kind",
                "update patrol_plan set seed = seed",
                "update patrol_visit set minutes = minutes"
            })
    void changesNothingOfAnotherJurisdiction(String change) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            // Given
            set(connection, "caller", "XA,XA-%", true);

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
            set(connection, "caller", "XB,XB-%", false);
            enlist(connection, "XB-1");

            // Then
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> enlist(connection, "MA-CAS"))
                    .withMessageContaining("row-level security");
        }
    }

    @Test
    void showsUnitsThatHelpOutToWhoAskedAndLetsNobodyChangeThem() throws SQLException {
        // Given
        var unitId = Story.unit(Story.callSign());
        moveTo(unitId);
        help("XC", unitId);

        try (var connection = pool.getConnection()) {
            // When
            set(connection, "caller", "XC,XC-%", false);

            // Then
            assertThat(count(connection, "unit")).isEqualTo(1);
            assertThat(count(connection, "unit_position")).isEqualTo(1);
            assertThat(count(connection, "unit_track")).isZero();
            assertThat(changed(connection, "update unit set crew = crew")).isZero();
            assertThat(changed(connection, "update unit_position set speed = speed"))
                    .isZero();
        }
    }

    @Test
    void showsNoUnitOnceTheTimeIsOver() throws SQLException {
        // Given
        help("XD", Story.unit(Story.callSign()));
        database.execute("update help_request set until_at = now() where asking = 'XD'");

        try (var connection = pool.getConnection()) {
            // When
            set(connection, "caller", "XD,XD-%", false);

            // Then
            assertThat(count(connection, "unit")).isZero();
        }
    }

    @Test
    void showsUnitsThatHelpOutToNoCrew() throws SQLException {
        // Given
        help("XE", null);

        try (var connection = pool.getConnection()) {
            // When
            set(connection, "caller", "XE,XE-%", false);
            long seenByDispatchers = count(connection, "unit");
            changed(connection, "select set_config('balagh.field_unit', 'true', false)");

            // Then
            assertThat(seenByDispatchers).isPositive();
            assertThat(count(connection, "unit")).isZero();
        }
    }

    private static void moveTo(UUID unitId) {
        Story.as(Story.DISPATCHER)
                .body("{\"latitude\": 33.5, \"longitude\": -7.6}")
                .put("/api/v1/units/{id}/position", unitId)
                .then()
                .statusCode(200);
    }

    /** Of Casablanca. */
    private void help(String asking, @Nullable UUID unitId) {
        database.execute("""
                insert into help_request (id, asking, asked, reason, until_at, state, unit_id, asked_by, asked_at,
                                          answered_by, answered_at, version)
                values (?, ?, 'MA-CAS', 'match', now() + interval '1 hour', 'GRANTED', cast(nullif(?, '') as uuid),
                        'asker', now(), 'granter', now(), 1)
                """, IdGenerator.next(), asking, unitId == null ? "" : unitId.toString());
    }

    private static int changed(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            return prepared.execute() ? 0 : prepared.getUpdateCount();
        }
    }

    /** The next user of a connection is somebody else. */
    @Test
    void asksForWhomEachTime() {
        // Given
        var id = Story.unit(Story.callSign());

        // When // Then
        for (int i = 0; i < 20; i++) {
            Story.as(Story.DISPATCHER).get("/api/v1/units/{id}", id).then().statusCode(200);
            Story.as(TestTokens.of("elsewhere", Roles.DISPATCHER).withJurisdictions("XA"))
                    .get("/api/v1/units/{id}", id)
                    .then()
                    .statusCode(404);
            assertThat(database.one(UUID.class, "select id from unit where id = ?", id))
                    .isEqualTo(id);
        }
    }

    private List<String> tablesWithPolicies() {
        return database.list(String.class, "select distinct polrelid::regclass::text from pg_policy");
    }

    private static void enlist(Connection connection, String jurisdiction) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into unit (id, call_sign, kind, crew, jurisdiction, status, version, created_at, updated_at)
                values (?, ?, 'CAR', 2, ?, 'OFF_DUTY', 1, now(), now())
                on conflict do nothing
                """)) {
            insert.setObject(1, IdGenerator.next());
            insert.setString(2, Story.callSign());
            insert.setString(3, jurisdiction);
            insert.executeUpdate();
        }
    }

    private static void set(Connection connection, String actor, String patterns, boolean misconduct)
            throws SQLException {
        try (var set = connection.prepareStatement("""
                select set_config('balagh.actor', ?, false), set_config('balagh.jurisdictions', ?, false),
                       set_config('balagh.misconduct', ?, false), set_config('balagh.field_unit', 'false', false)
                """)) {
            set.setString(1, actor);
            set.setString(2, patterns);
            set.setString(3, Boolean.toString(misconduct));
            set.execute();
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + withoutPublished(table))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What is published, everybody sees. */
    private static String withoutPublished(String table) {
        return table.equals("communique") ? "communique where published_at is null" : table;
    }
}
