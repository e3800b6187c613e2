package ma.balagh.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import ma.balagh.platform.test.DatabaseRoleProbe;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service's role may do: {@code R__grants.sql}. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class GrantsTest {

    @Inject
    DataSource pool;

    @Inject
    Database owner;

    private DatabaseRoleProbe role;

    @BeforeEach
    void connect() {
        role = new DatabaseRoleProbe(pool);
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
                        "assignment",
                        "black_spot_run",
                        "callback",
                        "callback_delivery",
                        "campaign_run",
                        "clock_departure",
                        "clock_evidence",
                        "communique",
                        "escalation",
                        "escalation_policy",
                        "desk_change_erasure",
                        "idempotency_key",
                        "help_request",
                        "incident",
                        "incident_stage",
                        "inquiry",
                        "inquiry_erasure",
                        "inquiry_hearing",
                        "inquiry_step",
                        "inquiry_suspension",
                        "patrol_plan",
                        "patrol_run",
                        "patrol_visit",
                        "run_card",
                        "run_card_requirement",
                        "road_closure",
                        "told_incident",
                        "unit",
                        "unit_loan",
                        "unit_position",
                        "webhook_secret");
        assertThat(role.tablesWith("delete"))
                .containsExactlyInAnyOrder(
                        "black_spot_map",
                        "callback",
                        "callback_delivery",
                        "clock_dossier_report",
                        "clock_verdict",
                        "desk_change",
                        "idempotency_key",
                        "inquiry_attachment",
                        "inquiry_entry",
                        "inquiry_hearing",
                        "inquiry_step",
                        "inquiry_suspension",
                        "outbox",
                        "patrol_duty",
                        "planned_unit",
                        "run_card_requirement",
                        "unit_position",
                        "unit_track",
                        "webhook_secret");
        assertThat(role.tablesWith("maintain")).containsExactlyInAnyOrder("clock_merged_dossier", "outbox");
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
                        "incident_entry",
                        "incident_export",
                        "finding_answer",
                        "inquiry_consultation",
                        "outcome_statement",
                        "patrol_plan_entry",
                        "court_decision",
                        "rights_entry",
                        "stage_export",
                        "desk_export",
                        "referral_consultation",
                        "unit_track_consultation",
                        "visit_observation");
        assertThat(role.permitted(role.changesOfAppendOnlyTables())).isEmpty();
    }

    @Test
    void letNobodyEmptyTheHistoryOfIncidents() {
        assertThatThrownBy(() -> owner.execute("truncate incident_entry"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void refuseWhateverAnOwnerMayDo() {
        assertThat(role.permitted(role.statementsOfAnOwner())).isEmpty();
    }
}
