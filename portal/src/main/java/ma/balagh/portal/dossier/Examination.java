package ma.balagh.portal.dossier;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The laboratory's work on one evidence. */
@TemplateData
public record Examination(
        UUID id,
        UUID evidenceId,
        @Nullable State state,
        List<Finding> findings,
        List<Match> matches,
        List<Frame> frames) {

    /** How far the laboratory is. */
    public enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        UNREADABLE
    }

    public boolean isUnderWay() {
        return state == State.QUEUED || state == State.RUNNING;
    }

    /** What a method said about the evidence. */
    public enum Result {
        PASS,
        FAIL,
        UNKNOWN
    }

    /**
     * One result, in the laboratory's words.
     *
     * @param code null where the laboratory stored its words, in English, rather than what they were made from
     */
    @TemplateData
    public record Finding(
            String method,
            @Nullable String name,
            @Nullable String version,
            @Nullable Result result,
            @Nullable String summary,
            @Nullable String detail,
            @Nullable String meaning,
            @Nullable String weakness,
            @Nullable String code) {

        public boolean isOfOld() {
            return code == null;
        }

        public List<DetailPart> details() {
            return DetailPart.of(detail == null ? "" : detail);
        }
    }

    /**
     * Which seconds show the same recording as which seconds of another medium.
     *
     * @param matchKind null where the laboratory did not tell yet, as it did not the rest that may be null
     */
    @TemplateData
    public record Match(
            Counterpart with,
            @Nullable MatchKind matchKind,
            String transformation,
            @Nullable List<String> alterations,
            @Nullable Double speed,
            List<Span> spans,
            double coverage,
            @Nullable Double otherCoverage,
            double score) {

        public Transformation turned() {
            return Transformation.of(transformation);
        }

        public List<Alteration> altered() {
            return alterations == null
                    ? List.of()
                    : alterations.stream().map(Alteration::of).distinct().toList();
        }
    }

    /** What a match means. */
    public enum MatchKind {
        COPY,
        SHARED_SPAN,
        SHARED_SOUND
    }

    /** The other side of a match. */
    @TemplateData
    public record Counterpart(
            @Nullable Kind kind,
            UUID id,
            @Nullable UUID dossierId,
            @Nullable Known known) {

        /** What a medium may be compared with. */
        public enum Kind {
            EVIDENCE,
            KNOWN_FOOTAGE
        }

        public boolean isEvidence() {
            return kind == Kind.EVIDENCE;
        }
    }

    /** What footage is known as. */
    @TemplateData
    public record Known(@Nullable Kind kind, String reference, String summary) {

        /** As what somebody recognised it. */
        public enum Kind {
            CASE,
            FICTION,
            FOREIGN,
            HARMLESS
        }
    }

    /** Seconds of this medium and of the other. */
    @TemplateData
    public record Span(double from, double to, double otherFrom, double otherTo) {}

    /** A still, {@code at} seconds from the start. */
    @TemplateData
    public record Frame(double at, URI url) {

        /** Its path below the interface's base, if it is one that the portal passes on. */
        public @Nullable String path() {
            String path = url.getPath();
            int start = path == null ? -1 : path.indexOf("/examinations/");
            return path == null || start < 0 ? null : path.substring(start + 1);
        }
    }
}
