package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.portal.shell.PortalLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A communiqué as commanders see it.
 *
 * @param openFindings how many findings nobody has answered for
 * @param approvable whether the viewer wrote nothing in it
 */
@TemplateData
public record CommuniqueResponse(
        UUID id,
        String jurisdiction,
        @Nullable CommuniqueKindCode kind,
        @Nullable CommuniqueStateCode state,
        CommuniqueTextsResponse texts,
        List<UUID> incidentIds,
        @Nullable Alert alert,
        List<Finding> findings,
        long openFindings,
        boolean editable,
        boolean approvable,
        Act drafted,
        Act edited,
        @Nullable Act approved,
        @Nullable Instant embargoUntil,
        @Nullable Instant publishedAt,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        @Nullable Instant correctedAt,
        @Nullable Act retracted,
        @Nullable String retractionReason) {

    /** Who did something, and when. */
    @TemplateData
    public record Act(String by, Instant at) {}

    /** What an alert says beside its texts. */
    @TemplateData
    public record Alert(
            @Nullable AlertUrgencyCode urgency,
            @Nullable AlertSeverityCode severity,
            @Nullable AlertCertaintyCode certainty,
            @Nullable Instant expiresAt) {}

    /** What the check found. */
    @TemplateData
    public record Finding(
            String language,
            @Nullable FindingKindCode kind,
            int from,
            int to,
            String excerpt,
            @Nullable Answer answer) {}

    /** Why it may stay. */
    @TemplateData
    public record Answer(String reason, String by, Instant at) {}

    /** A part of a text, with what was found there. */
    @TemplateData
    public record Passage(String text, @Nullable Finding finding) {}

    /** The text of a language in parts: what was found, and what stands between. */
    public List<Passage> passages(PortalLanguage language) {
        String text = texts.in(language.code());
        var passages = new ArrayList<Passage>();
        int end = 0;
        for (Finding finding : findings) {
            if (finding.language().equals(language.code()) && finding.from() >= end && finding.to() <= text.length()) {
                passages.add(new Passage(text.substring(end, finding.from()), null));
                passages.add(new Passage(text.substring(finding.from(), finding.to()), finding));
                end = finding.to();
            }
        }
        passages.add(new Passage(text.substring(end), null));
        return passages;
    }

    /** The findings that nobody has answered for, each with a form. */
    public List<Finding> openOnes() {
        return findings.stream().filter(finding -> finding.answer() == null).toList();
    }

    public List<Finding> answeredOnes() {
        return findings.stream().filter(finding -> finding.answer() != null).toList();
    }

    public boolean isApproved() {
        return state == CommuniqueStateCode.APPROVED;
    }

    public boolean isRetracted() {
        return state == CommuniqueStateCode.RETRACTED;
    }

    /** Whether the public sees it: its time has come, and it was not withdrawn before. */
    public boolean isPublished(Instant now) {
        return publishedAt != null
                && !publishedAt.isAfter(now)
                && (retracted == null || !retracted.at().isBefore(publishedAt));
    }

    /** Whether a correction may be drafted, as far as the portal can tell. */
    public boolean isCorrectable(Instant now) {
        return isApproved() && isPublished(now) && correctedBy == null;
    }
}
