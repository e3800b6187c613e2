package ma.balagh.dispatch.communique;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A communiqué in a list; its headline is that of the language that the reader prefers. */
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
        @Nullable UUID correctedBy) {

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
                communique.correctedBy());
    }
}
