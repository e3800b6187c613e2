package ma.balagh.portal.command;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.portal.ageing.AgeingResponse;
import ma.balagh.portal.clock.OperationalBacklogResponse;
import ma.balagh.portal.dossier.DossierBacklogResponse;
import org.jspecify.annotations.Nullable;

/**
 * How much waits for one reason.
 *
 * @param overdue how many of them for too long; nothing where there is no target
 * @param since since when the one waits that waits longest
 */
@TemplateData
public record WaitingLine(
        WaitingReason reason,
        long count,
        @Nullable Long overdue,
        @Nullable Instant since) {

    /** Of reports that no other line counts, nothing where intake does not tell. */
    static List<WaitingLine> of(AgeingResponse reports) {
        var outside = reports.inNoDossier();
        return outside == null
                ? List.of()
                : List.of(new WaitingLine(WaitingReason.DOSSIER, outside.count(), null, outside.oldestReceivedAt()));
    }

    static List<WaitingLine> of(DossierBacklogResponse dossiers) {
        return List.of(
                line(WaitingReason.EXAMINATION, dossiers.examining()),
                line(WaitingReason.PROPOSAL, dossiers.toPropose()),
                line(WaitingReason.CONFIRMATION, dossiers.toConfirm()),
                // Urgency is of the verdict, which stands until then.
                new WaitingLine(
                        WaitingReason.REOPENING,
                        dossiers.toDecideReopening().count(),
                        null,
                        dossiers.toDecideReopening().since()));
    }

    static List<WaitingLine> of(OperationalBacklogResponse operation) {
        var lines = new ArrayList<WaitingLine>();
        for (var stage : operation.stages()) {
            var known = stage.stage();
            if (known != null) {
                lines.add(new WaitingLine(WaitingReason.of(known), stage.incidents(), stage.overdue(), stage.since()));
            }
        }
        lines.add(line(WaitingReason.RIGHTS, operation.missingRights()));
        lines.add(line(WaitingReason.APPROVAL, operation.communiquesToApprove()));
        var plans = operation.patrolPlansToApprove();
        if (plans != null) {
            lines.add(line(WaitingReason.PATROL, plans));
        }
        return lines;
    }

    private static WaitingLine line(WaitingReason reason, DossierBacklogResponse.Waiting waiting) {
        return new WaitingLine(reason, waiting.count(), waiting.overdue(), waiting.since());
    }

    private static WaitingLine line(WaitingReason reason, OperationalBacklogResponse.Waiting waiting) {
        return new WaitingLine(reason, waiting.count(), null, waiting.since());
    }

    public WaitingAudience audience() {
        return reason.audience();
    }

    public String path() {
        return reason.path();
    }

    public boolean isLate() {
        return overdue != null && overdue > 0;
    }
}
