package ma.balagh.analysis;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL itself refuses, whatever a query asks for. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class RowLevelSecurityTest {

    /** What is known of evidence is asked for by way of a dossier that it stands in. */
    private static final List<String> OF_EVIDENCE = List.of("examination");

    private static final List<String> OF_A_DOSSIER = List.of(
            "dossier", "placement", "report", "dossier_evidence", "dossier_report", "verdict_proposal", "urgency");

    @Inject
    CaseFiles files;

    @Inject
    Database database;

    @Inject
    DataSource pool;

    private UUID dossier = IdGenerator.next();

    @BeforeEach
    void openDossier() {
        CaseFile file = files.open("MA-CAS");
        files.examine(file);
        dossier = file.dossierId();
        ANALYST.proposes(dossier, "FALSE_REPORT");
    }

    @Test
    void hasAPolicyForEveryTableWithAJurisdictionACompartmentOrADossier() {
        assertThat(database.list(String.class, """
                select distinct table_name::text from information_schema.columns
                join pg_class on pg_class.relname = table_name and pg_class.relnamespace = 'public'::regnamespace
                where table_schema = 'public' and relkind in ('r', 'p')
                  and column_name in ('jurisdiction', 'compartment', 'dossier_id')
                  and not (relrowsecurity and relforcerowsecurity
                           and exists (select from pg_policy where polrelid = pg_class.oid))
                """)).isEqualTo(OF_EVIDENCE);
    }

    @Test
    void showsNothingWhereNobodySaidForWhom() throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "", "", true, true);

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
            set(connection, "caller", "XA,XA-%", true, true);

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
            set(connection, "caller", "MA-CAS,MA-CAS-%", true, false);

            // Then
            for (var table : OF_A_DOSSIER) {
                assertThat(count(connection, table)).as(table).isPositive();
            }
        }
    }

    @Test
    void showsMisconductOnlyToInternalAffairs() throws SQLException {
        // Given
        CaseFile hidden = files.open("MA-CAS");
        files.examine(hidden);
        OFFICER.decides(hidden.dossierId(), ANALYST.proposes(hidden.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        try (var connection = pool.getConnection()) {
            // When // Then
            set(connection, "caller", "MA,MA-%", true, false);
            assertThat(dossiersAndReports(connection, hidden)).isZero();
            set(connection, "caller", "MA,MA-%", false, true);
            assertThat(dossiersAndReports(connection, hidden)).isEqualTo(2);
            assertThat(count(connection, "dossier where dossier_id = '%s'".formatted(dossier)))
                    .isZero();
        }
    }

    @Test
    void showsASeparationOnlyWithBothDossiers() throws SQLException {
        // Given
        CaseFile left = files.open("MA-CAS");
        UUID further = files.bring(left.reportId(), "MA-CAS");
        ANALYST.separates(left.dossierId(), further).statusCode(201);
        String act = "dossier_act where kind = 'SEPARATED' and dossier_id = '%s'".formatted(left.dossierId());

        try (var connection = pool.getConnection()) {
            set(connection, "caller", "MA,MA-%", true, false);
            assertThat(count(connection, act)).isOne();

            // When
            files.examine(left);
            OFFICER.decides(left.dossierId(), ANALYST.proposes(left.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                    .statusCode(200);

            // Then
            assertThat(count(connection, act)).isZero();
            set(connection, "caller", "MA,MA-%", false, true);
            assertThat(count(connection, act)).isOne();
        }
    }

    @Test
    void showsPresumedOffencesWithWhatBelongsToThemToWhoSendsUnits() throws SQLException {
        // Given
        CaseFile offence = files.open("MA-CAS");
        files.examine(offence);
        OFFICER.decides(offence.dossierId(), ANALYST.proposes(offence.dossierId(), "PRESUMED_OFFENCE"), "CONFIRM")
                .statusCode(200);

        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            // When
            set(connection, "caller", "MA-CAS,MA-CAS-%", false, false);
            assertThat(count(connection, "dossier")).isZero();
            statement.execute("select set_config('balagh.offences', 'true', false)");

            // Then
            for (var table : List.of("dossier", "verdict", "verdict_proposal", "dossier_evidence")) {
                assertThat(count(connection, table + " where dossier_id = '%s'".formatted(offence.dossierId())))
                        .as(table)
                        .isPositive();
                assertThat(count(connection, table + " where dossier_id = '%s'".formatted(dossier)))
                        .as(table)
                        .isZero();
            }
            assertThat(count(connection, "dossier where state <> 'CONCLUDED' or verdict <> 'PRESUMED_OFFENCE'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update dossier set urgency = urgency",
                "update dossier set jurisdiction = 'XA'",
                "update placement set hidden = hidden",
                "update report set title = 'changed'",
                "delete from dossier_report",
                "update urgency set level = level"
            })
    void changesNothingOfAnotherJurisdiction(String change) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            // Given
            set(connection, "caller", "XA,XA-%", true, true);

            // Then
            assertThat(statement.executeUpdate(change)).isZero();
        }
    }

    @Test
    void takesNoRowOfAnotherJurisdiction() throws SQLException {
        try (var connection = pool.getConnection()) {
            // Given
            set(connection, "caller", "XB,XB-%", true, false);
            open(connection, "XB-1");

            // Then
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> open(connection, "MA-CAS"))
                    .withMessageContaining("row-level security");
        }
    }

    private List<String> tablesWithPolicies() {
        return database.list(String.class, "select distinct polrelid::regclass::text from pg_policy");
    }

    private static long dossiersAndReports(Connection connection, CaseFile file) throws SQLException {
        return count(connection, "dossier where dossier_id = '%s'".formatted(file.dossierId()))
                + count(
                        connection,
                        "report where report_id in (select report_id from dossier_report where dossier_id = '%s')"
                                .formatted(file.dossierId()));
    }

    private static void open(Connection connection, String jurisdiction) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into dossier (dossier_id, jurisdiction, state, opened_at) values (?, ?, 'OPEN', now())")) {
            insert.setObject(1, IdGenerator.next());
            insert.setString(2, jurisdiction);
            insert.executeUpdate();
        }
    }

    private static void set(Connection connection, String actor, String patterns, boolean common, boolean misconduct)
            throws SQLException {
        try (var set = connection.prepareStatement("""
                select set_config('balagh.actor', ?, false), set_config('balagh.jurisdictions', ?, false),
                       set_config('balagh.common', ?, false), set_config('balagh.misconduct', ?, false)
                """)) {
            set.setString(1, actor);
            set.setString(2, patterns);
            set.setString(3, Boolean.toString(common));
            set.setString(4, Boolean.toString(misconduct));
            set.execute();
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
