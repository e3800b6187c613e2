package ma.balagh.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.Ids;
import ma.balagh.intake.Database;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database from before a forwarded dossier and its reports were marked. */
@QuarkusTest
final class EarlierForwardedTest {

    private static final String SCHEMA = "earlier";

    private final Flyway flyway;
    private final Database database;

    EarlierForwardedTest(Flyway flyway, Database database) {
        this.flyway = flyway;
        this.database = database;
    }

    @AfterEach
    void forget() {
        database.execute("drop schema if exists earlier cascade");
    }

    @Test
    void hidesWhatWasForwardedBeforeTheMarkCame() {
        // Given
        migrate("202611250106");
        UUID forwarded = dossier("FORWARDED");
        UUID open = dossier(null);
        UUID offence = dossier("PRESUMED_OFFENCE");
        UUID hidden = report(forwarded);
        UUID inBoth = report(open, forwarded);
        UUID visible = report(open, offence);
        // When
        migrate("latest");
        // Then
        assertThat(marked("dossier")).containsExactly(forwarded);
        assertThat(marked("report")).containsExactlyInAnyOrder(hidden, inBoth).doesNotContain(visible);
    }

    private void migrate(String target) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .target(target)
                .load()
                .migrate();
    }

    private UUID dossier(@Nullable String answer) {
        UUID id = Ids.next();
        database.execute(
                "insert into earlier.dossier (id, answer_kind, decided_at) values (?, ?, ?::timestamptz)",
                id,
                answer,
                answer == null ? null : "2026-11-25T00:00:00Z");
        return id;
    }

    private UUID report(UUID... dossiers) {
        UUID id = Ids.next();
        database.execute("""
                insert into earlier.report (id, receipt, channel, jurisdiction, filed_by, received_at)
                values (?, ?, 'DESK', 'MA-CAS', 'somebody', now())
                """, id, id.toString());
        for (UUID dossier : dossiers) {
            join(dossier, id);
        }
        return id;
    }

    private void join(UUID dossier, UUID report) {
        database.execute(
                "insert into earlier.dossier_report (dossier_id, report_id, joined_at) values (?, ?, now())",
                dossier,
                report);
    }

    private List<UUID> marked(String table) {
        return database.list(UUID.class, "select id from earlier." + table + " where forwarded");
    }
}
