package ma.balagh.contracts.analysis;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * Two different people agreed on a verdict other than misconduct.
 *
 * @param dossierId the dossier
 * @param verdictId the verdict
 * @param jurisdiction territory of the dossier
 * @param verdict never {@link Verdict#POLICE_MISCONDUCT}
 * @param severity 1 (minor) to 4 (life in danger)
 * @param place where it happened, in words
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param occurredAt when it happened
 * @param knownCase reference of the case that the footage belongs to, for {@link Verdict#KNOWN_CASE}
 * @param proposedAt when the first person proposed the verdict
 * @param confirmedAt when the second person confirmed it
 * @param facts what happened, of a {@link Verdict#PRESUMED_OFFENCE} only
 * @param still the moment to show to those who are sent, with faces hidden, of a presumed offence only
 * @param claim time and place as the first report claims them
 * @param placeCertainty how sure the two people are of the place
 * @param reports how many reports the dossier had when the verdict was reached
 */
public record VerdictReached(
        UUID dossierId,
        UUID verdictId,
        String jurisdiction,
        Verdict verdict,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        @Nullable String knownCase,
        Instant proposedAt,
        Instant confirmedAt,
        @Nullable OffenceFacts facts,
        @Nullable MarkedMoment still,
        @Nullable Claim claim,
        @Nullable PlaceCertainty placeCertainty,
        @Nullable Integer reports)
        implements VerdictEvent {

    public VerdictReached {
        requireNonNull(dossierId, "dossierId");
        requireNonNull(verdictId, "verdictId");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(verdict, "verdict");
        requireNonNull(proposedAt, "proposedAt");
        requireNonNull(confirmedAt, "confirmedAt");
    }

    /** A verdict without anything that only intervention needs. */
    public VerdictReached(
            UUID dossierId,
            UUID verdictId,
            String jurisdiction,
            Verdict verdict,
            @Nullable Integer severity,
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Instant occurredAt,
            @Nullable String knownCase,
            Instant proposedAt,
            Instant confirmedAt) {
        this(
                dossierId,
                verdictId,
                jurisdiction,
                verdict,
                severity,
                place,
                latitude,
                longitude,
                occurredAt,
                knownCase,
                proposedAt,
                confirmedAt,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with what those who are sent need to know. */
    public VerdictReached with(
            @Nullable OffenceFacts told,
            @Nullable MarkedMoment marked,
            @Nullable Claim claimed,
            @Nullable PlaceCertainty certainty,
            int joined) {
        return new VerdictReached(
                dossierId,
                verdictId,
                jurisdiction,
                verdict,
                severity,
                place,
                latitude,
                longitude,
                occurredAt,
                knownCase,
                proposedAt,
                confirmedAt,
                told,
                marked,
                claimed,
                certainty,
                joined);
    }

    @Override
    public UUID subject() {
        return dossierId;
    }
}
