package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ma.balagh.portal.examination.ExaminationResponse;
import ma.balagh.portal.fact.MarkedMomentResponse;
import ma.balagh.portal.fact.OffenceFactsResponse;
import ma.balagh.portal.fact.PlaceCertaintyCode;
import ma.balagh.portal.incident.IncidentResponse;
import ma.balagh.portal.report.ReportResponse;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one alleged event, as analysis tells it.
 *
 * @param reports of very many the first
 * @param reportCount how many there are
 * @param urgency nothing where analysis does not tell it yet
 * @param ready whether every examination of its evidence has ended, so that a person can judge
 * @param verdict nothing until two people agreed
 * @param incident nothing until dispatch opened one
 * @param reopenings proposals to withdraw its verdict, oldest first
 * @param joinedInto where everything of a joined dossier stands now, if the viewer may see that
 * @param history what people did to it as a whole, oldest first
 */
@TemplateData
public record DossierResponse(
        UUID id,
        String jurisdiction,
        @Nullable DossierStateCode state,
        @Nullable UrgencyResponse urgency,
        boolean ready,
        Instant openedAt,
        @Nullable Instant readyAt,
        @Nullable Instant concludedAt,
        List<JoinedReport> reports,
        int reportCount,
        List<Evidence> evidence,
        List<ExaminationResponse> examinations,
        List<Proposal> proposals,
        @Nullable Conclusion verdict,
        @Nullable Intervention incident,
        @Nullable DossierClocks clocks,
        @Nullable UUID joinedInto,
        @Nullable List<DossierActResponse> history,
        @Nullable List<Reopening> reopenings) {

    public DossierResponse {
        history = history == null ? List.of() : history;
        reopenings = reopenings == null ? List.of() : reopenings;
    }

    /** What people call it: how its first report is headed. */
    public @Nullable String title() {
        return reports.stream()
                .map(JoinedReport::heading)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many there are beyond those that are shown. */
    public int furtherReports() {
        return reportCount - reports.size();
    }

    /** Whether its urgency still matters. */
    public boolean isWaiting() {
        return urgency != null
                && urgency.level() != null
                && (state == DossierStateCode.OPEN || state == DossierStateCode.PROPOSED);
    }

    /** The proposal that waits for a second person. */
    public @Nullable Proposal pending() {
        return proposals.stream().filter(Proposal::isPending).findFirst().orElse(null);
    }

    /** The proposal to reopen it that waits for a second person. */
    public @Nullable Reopening pendingReopening() {
        return reopenings == null
                ? null
                : reopenings.stream()
                        .filter(each -> each.decision() == null)
                        .findFirst()
                        .orElse(null);
    }

    /** The laboratory's work on one evidence. */
    public @Nullable ExaminationResponse examinationOf(UUID evidenceId) {
        return examinations.stream()
                .filter(examination -> examination.evidenceId().equals(evidenceId))
                .findFirst()
                .orElse(null);
    }

    /** What the first report that claims anything says of the event; a proposal starts from it. */
    public Claim claimed() {
        return reports.stream()
                .map(JoinedReport::claim)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Claim.NONE);
    }

    /** A report that stands in the dossier. */
    @TemplateData
    public record JoinedReport(
            UUID id,
            @Nullable String channel,
            @Nullable String url,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language,
            @Nullable Instant publishedAt,
            @Nullable Instant receivedAt,
            @Nullable Claim claim) {

        /** What lists show for it. */
        public @Nullable String heading() {
            return ReportResponse.heading(title, text, url, null);
        }
    }

    /** Time and place as claimed. */
    @TemplateData
    public record Claim(
            @Nullable Instant occurredAt,
            @Nullable String place,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        static final Claim NONE = new Claim(null, null, null, null);
    }

    /**
     * One media file; its size and type are not known before intake says that it is secured.
     *
     * @param erasedAt since when its bytes are kept no more
     */
    @TemplateData
    public record Evidence(
            UUID id,
            String sha256,
            @Nullable Long size,
            @Nullable String mediaType,
            @Nullable Instant erasedAt) {

        public boolean isImage() {
            return mediaType != null && mediaType.startsWith("image/");
        }
    }

    /**
     * A proposed verdict, and what became of it.
     *
     * @param withdrawnAt when the verdict that it became was withdrawn; nothing while it stands
     */
    @TemplateData
    public record Proposal(
            UUID id,
            @Nullable VerdictCode verdict,
            String reasons,
            @Nullable Integer severity,
            @Nullable String place,
            @Nullable Instant occurredAt,
            @Nullable String knownCase,
            @Nullable PlaceCertaintyCode placeCertainty,
            @Nullable OffenceFactsResponse facts,
            @Nullable MarkedMomentResponse still,
            String proposedBy,
            Instant proposedAt,
            @Nullable Decision decision,
            @Nullable Instant withdrawnAt) {

        public boolean isPending() {
            return decision == null;
        }
    }

    /** Somebody's wish to withdraw the verdict, and what became of it. */
    @TemplateData
    public record Reopening(
            UUID id,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable Decision decision) {}

    /**
     * What a second person decided.
     *
     * @param evidenceOpened whether that person had opened the evidence before; nothing where there was none
     */
    @TemplateData
    public record Decision(
            @Nullable Choice choice,
            String reason,
            String decidedBy,
            Instant decidedAt,
            @Nullable Boolean evidenceOpened) {}

    /** What a second person may decide. */
    public enum Choice {
        CONFIRM,
        REFUSE
    }

    /**
     * The verdict of two people.
     *
     * @param reasons of the person who proposed it
     * @param decisionReason of the person who confirmed it
     * @param evidenceOpened whether that person had opened the evidence before; nothing where there was none
     */
    @TemplateData
    public record Conclusion(
            @Nullable VerdictCode verdict,
            @Nullable String reasons,
            @Nullable Integer severity,
            @Nullable String place,
            @Nullable Instant occurredAt,
            @Nullable String knownCase,
            @Nullable PlaceCertaintyCode placeCertainty,
            @Nullable OffenceFactsResponse facts,
            @Nullable MarkedMomentResponse still,
            String proposedBy,
            String confirmedBy,
            Instant confirmedAt,
            @Nullable String decisionReason,
            @Nullable Boolean evidenceOpened) {}

    /** What dispatch made of it. */
    @TemplateData
    public record Intervention(
            UUID id,
            IncidentResponse.@Nullable State state,
            @Nullable Integer severity,
            @Nullable Instant openedAt,
            IncidentResponse.@Nullable OutcomeKind outcome,
            @Nullable Integer persons,
            @Nullable Instant resolvedAt,
            @Nullable String court,
            @Nullable String courtReference,
            @Nullable Instant referredAt) {}
}
