package ma.balagh.intake.proof;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.anchor.AnchorScheduler;
import ma.balagh.intake.custody.ConsultationService;
import ma.balagh.intake.evidence.EvidenceConfig;
import ma.balagh.intake.proof.CustodyProofService.Finding;
import ma.balagh.intake.proof.ProofFaultRecorder.Fault;
import ma.balagh.intake.proof.ProofFaultRecorder.Part;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Evidence that is proved, and what can be done to it meanwhile. */
@ApplicationScoped
class ProofCases {

    /** Evidence whose two entries are anchored, each by an anchor of its own. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Case(Filed filed, UUID id, byte[] clip) {

        ValidatableResponse look() {
            return as(ANALYST)
                    .header("X-Purpose", "comparing two recordings")
                    .get("/api/v1/evidence/" + id + "/content")
                    .then();
        }
    }

    private final CustodyProofService proof;
    private final AnchorScheduler anchoring;
    private final ConsultationService consultations;
    private final Database database;
    private final EvidenceConfig config;
    private final String jdbcUrl;

    ProofCases(
            CustodyProofService proof,
            AnchorScheduler anchoring,
            ConsultationService consultations,
            Database database,
            EvidenceConfig config,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl) {
        this.proof = proof;
        this.anchoring = anchoring;
        this.consultations = consultations;
        this.database = database;
        this.config = config;
        this.jdbcUrl = jdbcUrl;
    }

    Case secured() {
        byte[] clip = Clips.mp4(System.nanoTime(), 40_000);
        Filed filed = Filed.by(OFFICER);
        var secured = new Case(filed, filed.medium(OFFICER, clip), clip);
        anchoring.now();
        secured.look().statusCode(200);
        consultations.closeAll();
        anchoring.now();
        return secured;
    }

    Finding prove() throws Exception {
        return proof.prove();
    }

    /** What is found after somebody did that, which is undone then. */
    Finding afterwards(String... tampering) throws Exception {
        try (var superuser = new Tampering(jdbcUrl)) {
            for (String sql : tampering) {
                superuser.with(sql);
            }
            return proof.prove();
        }
    }

    static List<Fault> named(Finding finding, Part part, Object id) {
        return finding.faults().named().stream()
                .filter(fault -> fault.part() == part && fault.id().equals(id.toString()))
                .toList();
    }

    /** Its time is over, and its bytes are gone. */
    void erase(Case secured, UUID evidence) {
        database.execute(
                "update report set status = 'ANSWERED', answer_kind = 'PRESUMED_OFFENCE',"
                        + " answered_at = now() - interval '11 years' where id = ?",
                secured.filed().id());
        database.execute("update evidence set secured_at = now() - interval '12 years' where id = ?", evidence);
        as(COMMANDER).post("/api/v1/retention/runs").then().statusCode(201);
        assertThat(count("evidence where bytes_gone_at is not null and id = '" + evidence + "'"))
                .isEqualTo(1);
    }

    /** Where its bytes are. */
    Path file(Case secured) {
        String sha256 = Clips.sha256(secured.clip());
        return config.directory()
                .resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    void overwrite(Case secured, byte[] bytes) throws IOException {
        Files.deleteIfExists(file(secured));
        Files.write(file(secured), bytes);
    }

    long count(String what) {
        return database.one(Long.class, "select count(*) from " + what);
    }
}
