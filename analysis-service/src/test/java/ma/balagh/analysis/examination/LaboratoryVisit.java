package ma.balagh.analysis.examination;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a test needs that brings evidence to the laboratory. The test itself names the profile and the resources, which
 * Quarkus takes from no superclass.
 */
public abstract class LaboratoryVisit {

    @TempDir
    protected Path directory;

    @Inject
    protected Database database;

    @SuppressWarnings("NullAway.Init") // set by IntakeStand
    protected IntakeStand intake;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    protected KafkaProbe kafka;

    protected Arrivals arrivals;

    @BeforeEach
    void openTheCounter() {
        arrivals = new Arrivals(intake, kafka);
    }

    /** Evidence of its own with that file, once the laboratory is done with it. */
    protected final UUID examined(Path file) throws IOException {
        UUID evidenceId = arrivals.secured(file);
        arrivals.awaitExamined(evidenceId);
        return evidenceId;
    }

    /** The only dossier with that evidence. */
    protected final UUID dossierOf(UUID evidenceId) {
        return database.one(UUID.class, "select dossier_id from dossier_evidence where evidence_id = ?", evidenceId);
    }
}
