package ma.balagh.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import javax.sql.DataSource;
import ma.balagh.platform.test.DatabaseRoleProbe;
import ma.balagh.platform.test.RoleDataSourceFactory;
import ma.balagh.platform.test.TestPlatform;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service's role may do, and the one that reads beside it: {@code R__grants.sql}. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
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
                        "dossier",
                        "dossier_evidence",
                        "dossier_join",
                        "evidence",
                        "examination",
                        "idempotency_key",
                        "incident",
                        "incident_assignment",
                        "known_footage",
                        "placement",
                        "rendition",
                        "reopening_proposal",
                        "report",
                        "report_search",
                        "urgency",
                        "verdict_proposal");
        assertThat(role.tablesWith("delete"))
                .containsExactlyInAnyOrder("dossier_report", "idempotency_key", "outbox", "rendition_piece", "still");
        assertThat(role.tablesWith("maintain")).containsExactlyInAnyOrder("outbox");
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
                        "consultation",
                        "dossier_act",
                        "examination_look",
                        "rendition_look",
                        "still_look",
                        "urgency_change",
                        "verdict");
        assertThat(role.permitted(role.changesOfAppendOnlyTables())).isEmpty();
    }

    @Test
    void letTheReaderSeeTheQueueAndNothingElse() {
        assertThat(reader.possessions()).isEmpty();
        assertThat(reader.tablesWith("select")).containsExactly("examination");
        assertThat(reader.permitted(Stream.of("select evidence_id from examination")))
                .isEmpty();
        assertThat(reader.changedTables()).isEmpty();
    }

    @Test
    void refuseWhateverAnOwnerMayDo() {
        assertThat(role.permitted(role.statementsOfAnOwner())).isEmpty();
        assertThat(reader.permitted(role.statementsOfAnOwner())).isEmpty();
    }
}
