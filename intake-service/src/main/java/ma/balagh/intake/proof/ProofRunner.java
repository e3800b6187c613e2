package ma.balagh.intake.proof;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import ma.balagh.intake.anchor.AnchorConfig;
import ma.balagh.intake.proof.CustodyProofService.Finding;
import ma.balagh.intake.proof.ProofFaultRecorder.Part;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One proof of custody in a process of its own ({@code balagh.custody.prove}), which ends with it: 0 when everything holds,
 * 1 when anything does not or could not be looked at.
 */
@Singleton
final class ProofRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProofRunner.class);

    private final AnchorConfig config;
    private final CustodyProofService proof;
    private volatile boolean stopped;
    private volatile @Nullable Thread proving;

    ProofRunner(AnchorConfig config, CustodyProofService proof) {
        this.config = config;
        this.proof = proof;
    }

    void begin(@Observes StartupEvent event) {
        if (config.prove()) {
            proving = Thread.ofVirtual().name("custody-proof").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        Thread running = proving;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        int status = 1;
        try {
            Finding finding = proof.prove();
            tell(finding);
            status = finding.holds() ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | RuntimeException | Error e) { // the process ends whatever happens
            if (!stopped) {
                LOG.error("The proof of custody broke off", e);
                show("proof | CUSTODY NOT PROVED, the proof broke off: " + e);
            }
        } finally {
            Quarkus.asyncExit(status);
        }
    }

    private static void tell(Finding finding) {
        CustodyCounts counts = finding.counts();
        var line = finding.holds() ? LOG.atInfo() : LOG.atError();
        line.addKeyValue("reports", counts.reports())
                .addKeyValue("evidence", counts.evidence())
                .addKeyValue("erased", counts.erased())
                .addKeyValue("bytes", counts.bytes())
                .addKeyValue("read", finding.read())
                .addKeyValue("entries", counts.entries())
                .addKeyValue("leaves", counts.leaves())
                .addKeyValue("anchors", counts.anchors())
                .addKeyValue("custodyFaults", finding.faults().count(Part.CUSTODY))
                .addKeyValue("bytesFaults", finding.faults().count(Part.BYTES))
                .addKeyValue("journalFaults", finding.faults().count(Part.JOURNAL))
                .addKeyValue("anchorFaults", finding.faults().count(Part.ANCHOR))
                .log(finding.holds() ? "Custody is proved" : "Custody is not proved");
        ProofTableWriter.of(finding).forEach(ProofRunner::show);
    }

    /** For whoever waits at a terminal; the log is for machines. */
    private static void show(String line) {
        System.out.println(line);
    }
}
