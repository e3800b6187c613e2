package ma.balagh.dispatch.fact;

import java.net.URI;
import java.util.UUID;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/** What a verdict tells to those who are sent; for the fields see {@link VerdictReached}. */
public record VerdictFacts(
        UUID verdictId,
        UUID dossierId,
        String jurisdiction,
        @Nullable OffenceFacts facts,
        @Nullable MarkedMoment still,
        @Nullable Claim claim,
        @Nullable PlaceCertainty placeCertainty,
        @Nullable Integer reports) {

    private static final OffenceFacts NOTHING_SAID = new OffenceFacts(null, null, null, null, null, null, null, null);

    static VerdictFacts of(VerdictReached verdict) {
        return new VerdictFacts(
                verdict.verdictId(),
                verdict.dossierId(),
                verdict.jurisdiction(),
                verdict.facts(),
                verdict.still(),
                verdict.claim(),
                verdict.placeCertainty(),
                verdict.reports());
    }

    VerdictFacts withReports(int count) {
        return new VerdictFacts(verdictId, dossierId, jurisdiction, facts, still, claim, placeCertainty, count);
    }

    public IncidentFacts shown() {
        OffenceFacts said = facts == null ? NOTHING_SAID : facts;
        return new IncidentFacts(
                said.offence(),
                said.summary(),
                said.suspects(),
                said.victims(),
                said.vehicle(),
                said.weapon(),
                said.direction(),
                said.dangerContinues(),
                claim,
                placeCertainty,
                reports);
    }

    /** Null where no moment is marked. */
    public @Nullable StillReference stillReference() {
        return still == null
                ? null
                : new StillReference(
                        URI.create("/api/v1/dossiers/" + dossierId + "/still"), still.evidenceId(), still.at());
    }
}
