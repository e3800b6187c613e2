package ma.balagh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import javax.sql.DataSource;
import ma.balagh.platform.test.DatabaseRoleProbe;
import ma.balagh.platform.test.RoleDataSourceFactory;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service's role may do, and the one that reads beside it: {@code R__grants.sql}. */
@QuarkusTest
class GrantsTest {

    @Inject
    DataSource pool;

    @Inject
    Config config;

    private DatabaseRoleProbe role;
    private DatabaseRoleProbe reader;

    @BeforeEach
    void connect() {
        role = new DatabaseRoleProbe(pool);
        reader = new DatabaseRoleProbe(RoleDataSourceFactory.reader(config));
    }

    @Test
    void ownNothing() {
        assertThat(role.possessions()).isEmpty();
    }

    @Test
    void nameEveryTable() {
        assertThat(role.tablesWith("select")).isEqualTo(role.tables());
    }

    @Test
    void changeOnlyWhatTheCodeChanges() {
        assertThat(role.tablesWith("update"))
                .containsExactlyInAnyOrder(
                        "announced_medium",
                        "answer_text_proposal",
                        "callback",
                        "callback_delivery",
                        "consultation",
                        "custody_anchor_work",
                        "custody_compartment",
                        "custody_unanchored",
                        "dossier",
                        "dossier_departure",
                        "dossier_report",
                        "evidence",
                        "idempotency_key",
                        "item",
                        "item_mark",
                        "legal_hold",
                        "media_fetch",
                        "media_link",
                        "report",
                        "report_evidence",
                        "report_rule",
                        "report_unsettled",
                        "report_word_mark",
                        "reporter_identity",
                        "retention_run",
                        "source",
                        "upload",
                        "webhook_secret");
        assertThat(role.tablesWith("delete"))
                .containsExactlyInAnyOrder(
                        "announced_medium",
                        "callback",
                        "callback_delivery",
                        "consultation",
                        "custody_anchor_work",
                        "custody_unanchored",
                        "dossier_answer",
                        "dossier_report",
                        "idempotency_key",
                        "item_mark",
                        "outbox",
                        "report_rule",
                        "report_unsettled",
                        "report_word",
                        "reporter_identity",
                        "stored_bytes",
                        "upload",
                        "webhook_delivery",
                        "webhook_secret");
        assertThat(role.tablesWith("maintain")).containsExactlyInAnyOrder("outbox", "relevance_terms");
    }

    @Test
    void leaveAppendOnlyTablesAsTheyAre() {
        assertThat(role.appendOnlyTables())
                .containsExactlyInAnyOrder(
                        "audit_change",
                        "audit_consultation",
                        "audit_checkpoint",
                        "audit_leaf",
                        "audit_node",
                        "answer_text",
                        "custody_anchor",
                        "custody_compartment",
                        "custody_entry",
                        "custody_key",
                        "custody_leaf",
                        "custody_node",
                        "custody_time_stamp",
                        "media_link_retry",
                        "relevance_terms",
                        "report_decision",
                        "report_rule_act",
                        "reporter_consultation",
                        "retention_deletion",
                        "source_move");
        // The trigger refuses it; whoever locks a row needs the privilege to change some column.
        assertThat(role.permitted(role.changesOfAppendOnlyTables()))
                .containsExactly("update custody_compartment set chain_id = chain_id");
    }

    @Test
    void letTheReaderProveCustodyAndReadNothingElse() {
        assertThat(reader.possessions()).isEmpty();
        assertThat(reader.tablesWith("select"))
                .containsExactlyInAnyOrder(
                        "callback",
                        "custody_anchor",
                        "custody_anchor_work",
                        "custody_compartment",
                        "custody_entry",
                        "custody_key",
                        "custody_leaf",
                        "custody_node",
                        "custody_time_stamp",
                        "evidence",
                        "flyway_schema_history",
                        "report",
                        "report_evidence",
                        "reporter_identity",
                        "source",
                        "webhook_secret");
        assertThat(reader.permitted(Stream.of(
                        "select text from report",
                        "select url from callback",
                        "select ciphertext from reporter_identity",
                        "select ciphertext from webhook_secret")))
                .isEmpty();
        assertThat(reader.changedTables()).isEmpty();
    }

    @Test
    void refuseWhateverAnOwnerMayDo() {
        assertThat(role.permitted(role.statementsOfAnOwner())).isEmpty();
        assertThat(reader.permitted(role.statementsOfAnOwner())).isEmpty();
    }
}
