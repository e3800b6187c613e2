package ma.balagh.dispatch.communique;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.dispatch.DispatchProblem;
import org.jspecify.annotations.Nullable;

/** A public statement, until it is approved by somebody who wrote nothing in it, and after. */
@Entity
public class Communique {

    @Id
    private UUID id;

    private String jurisdiction;

    @Enumerated(EnumType.STRING)
    private CommuniqueKind kind;

    @Enumerated(EnumType.STRING)
    private CommuniqueState state;

    @Embedded
    private CommuniqueTexts texts;

    private int textVersion;
    private List<String> incidentIds;
    private @Nullable UUID correctsId;

    @Embedded
    private @Nullable AlertDetails alert;

    private Instant draftedAt;
    private String authorId;
    private String authorName;
    private Instant editedAt;
    private String editedById;
    private String editedByName;
    private List<String> editors;
    private @Nullable Instant embargoUntil;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedById;
    private @Nullable String approvedByName;
    private @Nullable Instant publishedAt;
    private @Nullable Instant correctedAt;
    private @Nullable UUID correctedBy;
    private @Nullable Instant retractedAt;
    private @Nullable String retractedById;
    private @Nullable String retractedByName;
    private @Nullable String retractionReason;

    @Version
    private long version;

    protected Communique() {}

    /** @param correctsId the one that it takes the place of */
    static Communique draft(UUID id, CommuniqueDraft draft, @Nullable UUID correctsId, CommuniqueActor by, Instant at) {
        var communique = new Communique();
        communique.id = id;
        communique.state = CommuniqueState.DRAFT;
        communique.correctsId = correctsId;
        communique.draftedAt = at;
        communique.authorId = by.id();
        communique.authorName = by.name();
        communique.editors = List.of();
        communique.version = 1;
        communique.write(draft, by, at);
        return communique;
    }

    /** Writes it anew; what was answered about the texts before is void. */
    void rewrite(CommuniqueDraft draft, CommuniqueActor by, Instant at) {
        requireState(CommuniqueState.DRAFT);
        write(draft, by, at);
    }

    private void write(CommuniqueDraft draft, CommuniqueActor by, Instant at) {
        jurisdiction = draft.jurisdiction();
        kind = draft.kind();
        texts = draft.texts();
        textVersion++;
        incidentIds = draft.incidentIds().stream().map(UUID::toString).toList();
        alert = draft.alert();
        embargoUntil = draft.embargoUntil();
        editedAt = at;
        editedById = by.id();
        editedByName = by.name();
        if (!editors.contains(by.id())) {
            var all = new ArrayList<>(editors);
            all.add(by.id());
            editors = all;
        }
    }

    /**
     * Publishes it now, or once its embargo is over.
     *
     * @param openFindings how many of the check's findings nobody has answered for
     */
    void approve(int openFindings, CommuniqueActor by, Instant at) {
        requireState(CommuniqueState.DRAFT);
        if (editors.contains(by.id())) {
            throw DispatchProblem.FOUR_EYES.because("whoever wrote in a communiqué does not approve it");
        }
        if (openFindings > 0) {
            throw DispatchProblem.FINDINGS_OPEN.because(
                    openFindings + " findings are neither removed nor answered for");
        }
        state = CommuniqueState.APPROVED;
        approvedAt = at;
        approvedById = by.id();
        approvedByName = by.name();
        publishedAt = embargoUntil != null && embargoUntil.isAfter(at) ? embargoUntil : at;
    }

    /** Takes a draft away, or withdraws what is approved: its text stays to be read, as withdrawn. */
    void retract(String reason, CommuniqueActor by, Instant at) {
        if (state == CommuniqueState.RETRACTED) {
            throw outOfTurn();
        }
        state = CommuniqueState.RETRACTED;
        retractedAt = at;
        retractedById = by.id();
        retractedByName = by.name();
        retractionReason = reason;
    }

    /** A correction takes its place at that time. */
    void correct(UUID correction, Instant at) {
        if (!isPublished(at) || state != CommuniqueState.APPROVED || correctedBy != null) {
            throw outOfTurn();
        }
        correctedBy = correction;
        correctedAt = at;
    }

    /** The correction was withdrawn before anybody read it: it holds again. */
    void release(UUID correction) {
        if (correction.equals(correctedBy)) {
            correctedBy = null;
            correctedAt = null;
        }
    }

    /** Whether a correction of it may be drafted. */
    boolean isCorrectable(Instant at) {
        return state == CommuniqueState.APPROVED && isPublished(at) && correctedBy == null;
    }

    boolean isPublished(Instant at) {
        return publishedAt != null
                && !publishedAt.isAfter(at)
                && (retractedAt == null || !retractedAt.isBefore(publishedAt));
    }

    /** Of what is published. */
    PublicState publicState(Instant at) {
        if (state == CommuniqueState.RETRACTED) {
            return PublicState.RETRACTED;
        }
        return correctedAt != null && !correctedAt.isAfter(at) ? PublicState.CORRECTED : PublicState.PUBLISHED;
    }

    /** When the public saw the last change. */
    Instant changedAt(Instant now) {
        return Stream.of(publishedAt, correctedAt, retractedAt)
                .filter(moment -> moment != null && !moment.isAfter(now))
                .max(Instant::compareTo)
                .orElse(draftedAt);
    }

    void requireState(CommuniqueState needed) {
        if (state != needed) {
            throw outOfTurn();
        }
    }

    private RuntimeException outOfTurn() {
        return DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because("it is " + state);
    }

    UUID id() {
        return id;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    CommuniqueKind kind() {
        return kind;
    }

    CommuniqueState state() {
        return state;
    }

    CommuniqueTexts texts() {
        return texts;
    }

    /** Grows with each change of the texts. */
    int textVersion() {
        return textVersion;
    }

    List<UUID> incidentIds() {
        return incidentIds.stream().map(UUID::fromString).toList();
    }

    Optional<UUID> corrects() {
        return Optional.ofNullable(correctsId);
    }

    @Nullable
    AlertDetails alert() {
        return alert;
    }

    /** Of its present text. */
    CommuniqueAct edited() {
        return new CommuniqueAct(editedByName, editedAt);
    }

    CommuniqueAct drafted() {
        return new CommuniqueAct(authorName, draftedAt);
    }

    @Nullable
    CommuniqueAct approved() {
        return approvedByName == null || approvedAt == null ? null : new CommuniqueAct(approvedByName, approvedAt);
    }

    @Nullable
    CommuniqueAct retracted() {
        return retractedByName == null || retractedAt == null ? null : new CommuniqueAct(retractedByName, retractedAt);
    }

    List<String> editors() {
        return List.copyOf(editors);
    }

    @Nullable
    String approvedById() {
        return approvedById;
    }

    @Nullable
    String retractionReason() {
        return retractionReason;
    }

    @Nullable
    Instant embargoUntil() {
        return embargoUntil;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    Instant correctedAt() {
        return correctedAt;
    }

    @Nullable
    UUID correctedBy() {
        return correctedBy;
    }

    /** Counts the changes, for {@code ETag}; right once they are flushed. */
    long version() {
        return version;
    }
}
