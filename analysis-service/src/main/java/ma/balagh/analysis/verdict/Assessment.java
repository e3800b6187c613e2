package ma.balagh.analysis.verdict;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says happened.
 *
 * @param severity 1 (minor) to 4 (life in danger)
 * @param latitude degrees north, WGS 84; together with the longitude or not at all
 * @param knownCase reference of the earlier case, for {@link Verdict#KNOWN_CASE} only
 * @param facts what happened, for {@link Verdict#PRESUMED_OFFENCE} only
 * @param still the moment that those who are sent are to see, for the same only
 * @param placeCertainty how sure the proposer is of the place
 * @param fromClaim names of the fields that the first report claims and the proposer let stand
 */
@Embeddable
record Assessment(
        @Enumerated(EnumType.STRING) Verdict verdict,
        String reasons,
        @Nullable Integer severity,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Instant occurredAt,
        @Nullable String knownCase,
        @Nullable StatedFacts facts,
        @Nullable StatedMoment still,
        @Enumerated(EnumType.STRING) @Nullable PlaceCertainty placeCertainty,
        List<String> fromClaim) {

    Assessment {
        fromClaim = List.copyOf(fromClaim);
    }

    /** The dossier of the known case; empty where that is a reference of another system. */
    Optional<UUID> knownDossier() {
        try {
            return Optional.ofNullable(knownCase).map(UUID::fromString);
        } catch (IllegalArgumentException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    @Nullable
    OffenceFacts offenceFacts() {
        return facts == null ? null : facts.published();
    }

    @Nullable
    MarkedMoment markedMoment() {
        return still == null ? null : still.published();
    }

    /** The same for readers who must not know which case it is. */
    Assessment withoutKnownCase() {
        return new Assessment(
                verdict,
                reasons,
                severity,
                place,
                latitude,
                longitude,
                occurredAt,
                null,
                facts,
                still,
                placeCertainty,
                fromClaim);
    }

    /** Fills in what was left out and is claimed; a position is taken whole or not at all. */
    Assessment completedBy(Claim claim) {
        List<String> taken = new ArrayList<>(fromClaim);
        boolean takePlace = place == null && claim.place() != null;
        boolean takePosition = latitude == null && claim.latitude() != null && claim.longitude() != null;
        boolean takeTime = occurredAt == null && claim.occurredAt() != null;
        if (takePlace) {
            taken.add("place");
        }
        if (takePosition) {
            taken.addAll(List.of("latitude", "longitude"));
        }
        if (takeTime) {
            taken.add("occurredAt");
        }
        return new Assessment(
                verdict,
                reasons,
                severity,
                takePlace ? claim.place() : place,
                takePosition ? claim.latitude() : latitude,
                takePosition ? claim.longitude() : longitude,
                takeTime ? claim.occurredAt() : occurredAt,
                knownCase,
                facts,
                still,
                placeCertainty == null && (takePlace || takePosition) ? PlaceCertainty.CLAIMED : placeCertainty,
                taken);
    }
}
