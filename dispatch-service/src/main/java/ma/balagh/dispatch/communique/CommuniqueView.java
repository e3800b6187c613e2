package ma.balagh.dispatch.communique;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A communiqué as commanders see it.
 *
 * @param texts by language; the first line of each is its headline
 * @param findings what the check finds in the texts as they are
 * @param openFindings how many of them nobody has answered for: with any it is not approved
 * @param editors how many people wrote in it
 * @param editable whether its texts may still be changed
 * @param approvable whether the caller may approve it, as far as people go: who wrote in it may not
 * @param embargoUntil not to be published before
 * @param publishedAt when the public sees it, or saw it first
 * @param retractionReason for staff alone
 */
record CommuniqueView(
        UUID id,
        String jurisdiction,
        CommuniqueKind kind,
        CommuniqueState state,
        CommuniqueTexts texts,
        List<UUID> incidentIds,
        @Nullable AlertDetails alert,
        List<CheckedFinding> findings,
        long openFindings,
        int editors,
        boolean editable,
        boolean approvable,
        CommuniqueAct drafted,
        CommuniqueAct edited,
        @Nullable CommuniqueAct approved,
        @Nullable Instant embargoUntil,
        @Nullable Instant publishedAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        @Nullable CommuniqueAct retracted,
        @Nullable String retractionReason) {

    static CommuniqueView of(Communique communique, List<CheckedFinding> findings, String callerId) {
        boolean draft = communique.state() == CommuniqueState.DRAFT;
        return new CommuniqueView(
                communique.id(),
                communique.jurisdiction(),
                communique.kind(),
                communique.state(),
                communique.texts(),
                communique.incidentIds(),
                communique.alert(),
                findings,
                findings.stream().filter(finding -> finding.answer() == null).count(),
                communique.editors().size(),
                draft,
                draft && !communique.editors().contains(callerId),
                communique.drafted(),
                communique.edited(),
                communique.approved(),
                communique.embargoUntil(),
                communique.publishedAt(),
                communique.corrects().orElse(null),
                communique.correctedBy(),
                communique.correctedAt(),
                communique.retracted(),
                communique.retractionReason());
    }
}
