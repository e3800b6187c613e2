package ma.balagh.dispatch.communique;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A communiqué in a list; its headline is that of the language that the reader prefers.
 *
 * @param correctedAt when its correction takes its place
 * @param retractionReason for staff alone
 */
record CommuniqueSummary(
        UUID id,
        String jurisdiction,
        CommuniqueKind kind,
        CommuniqueState state,
        CommuniqueHeadlines headlines,
        CommuniqueAct edited,
        @Nullable CommuniqueAct approved,
        @Nullable Instant publishedAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        @Nullable CommuniqueAct retracted,
        @Nullable String retractionReason) {

    static CommuniqueSummary of(Communique communique) {
        return new CommuniqueSummary(
                communique.id(),
                communique.jurisdiction(),
                communique.kind(),
                communique.state(),
                CommuniqueHeadlines.of(communique.texts()),
                communique.edited(),
                communique.approved(),
                communique.publishedAt(),
                communique.corrects().orElse(null),
                communique.correctedBy(),
                communique.correctedAt(),
                communique.retracted(),
                communique.retractionReason());
    }
}
