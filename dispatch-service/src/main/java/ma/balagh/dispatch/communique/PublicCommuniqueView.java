package ma.balagh.dispatch.communique;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A communiqué as everybody sees it: nobody's name, and nothing of how it came about.
 *
 * @param state CORRECTED once another one took its place, RETRACTED once it was withdrawn; the texts stay as they were
 * @param texts by language; the first line of each is its headline
 * @param territory what it is about, by language
 * @param corrects the one that it took the place of
 * @param correctedBy the one that took its place
 */
record PublicCommuniqueView(
        UUID id,
        CommuniqueKind kind,
        PublicState state,
        CommuniqueTexts texts,
        CommuniqueHeadlines territory,
        @Nullable AlertDetails alert,
        Instant publishedAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        @Nullable Instant retractedAt) {

    static PublicCommuniqueView of(Communique communique, CommuniqueHeadlines territory, Instant now) {
        var state = communique.publicState(now);
        var retracted = communique.retracted();
        boolean corrected = communique.correctedAt() != null
                && !requireNonNull(communique.correctedAt()).isAfter(now);
        return new PublicCommuniqueView(
                communique.id(),
                communique.kind(),
                state,
                communique.texts(),
                territory,
                communique.alert(),
                requireNonNull(communique.publishedAt()),
                communique.corrects().orElse(null),
                corrected ? communique.correctedBy() : null,
                corrected ? communique.correctedAt() : null,
                retracted == null ? null : retracted.at());
    }
}
