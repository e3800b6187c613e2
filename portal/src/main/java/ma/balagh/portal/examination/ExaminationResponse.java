package ma.balagh.portal.examination;

import io.quarkus.qute.TemplateData;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.shell.PortalLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The laboratory's work on one evidence.
 *
 * @param summary what was found, in a few plain sentences
 * @param erasedAt since when the evidence's bytes are kept no more, and nothing can be shown of it
 */
@TemplateData
public record ExaminationResponse(
        UUID id,
        UUID evidenceId,
        @Nullable State state,
        @Nullable Instant erasedAt,
        @Nullable Summary summary,
        List<Finding> findings,
        List<MatchResponse> matches,
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

    /** What contradicts or is declared: what a reader has to know before the matches. */
    public List<FindingList> findingsBeforeMatches() {
        return lists(Group.DECLARATION, Group.CONTRADICTION);
    }

    /** What a person weighs. */
    public List<FindingList> findingsToWeigh() {
        return lists(Group.OBSERVATION);
    }

    /** What is as it should be, and what could not be known: their number is enough at first. */
    public List<FindingList> findingsAtTheEnd() {
        return lists(Group.CONFIRMATION, Group.UNKNOWN);
    }

    private List<FindingList> lists(Group... groups) {
        return Stream.of(groups)
                .map(group -> new FindingList(
                        group,
                        findings.stream()
                                .filter(finding -> finding.shownIn() == group)
                                .toList()))
                .filter(list -> !list.findings().isEmpty())
                .toList();
    }

    /** Each once: the laboratory tells a match with known footage as what it is known as, and as the evidence again. */
    public List<MatchResponse> shownMatches() {
        Set<UUID> known = matches.stream()
                .filter(match -> match.with().known() != null)
                .map(match -> match.with().evidenceId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return matches.stream()
                .filter(match -> match.with().known() != null
                        || !known.contains(match.with().evidenceId()))
                .toList();
    }

    /** The match with that other evidence. */
    Optional<MatchResponse> matchWith(UUID otherEvidenceId) {
        return shownMatches().stream()
                .filter(match -> otherEvidenceId.equals(match.with().evidenceId()))
                .findFirst();
    }

    /** As what somebody may recognise its footage. */
    public List<MatchResponse.Known.Kind> bankKinds() {
        return List.of(MatchResponse.Known.Kind.values());
    }

    /** The same in each language. */
    @TemplateData
    public record Summary(String ar, String fr, String en) {

        public String in(PortalLanguage language) {
            return switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> en;
            };
        }
    }

    /** Where a finding stands before its reader. */
    public enum Group {
        DECLARATION,
        CONTRADICTION,
        OBSERVATION,
        CONFIRMATION,
        UNKNOWN
    }

    /** Findings of one group, in the order in which the methods ran. */
    @TemplateData
    public record FindingList(Group group, List<Finding> findings) {

        /** Whether figures are shown at once. */
        public boolean isOpen() {
            return group != Group.CONFIRMATION && group != Group.UNKNOWN;
        }
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
     * @param group null for one that this release does not know
     */
    @TemplateData
    public record Finding(
            String method,
            @Nullable String name,
            @Nullable String version,
            @Nullable Result result,
            @Nullable Group group,
            @Nullable String summary,
            @Nullable String detail,
            @Nullable String traces,
            @Nullable String meaning,
            @Nullable String weakness) {

        Group shownIn() {
            if (group != null) {
                return group;
            }
            return switch (result) {
                case PASS -> Group.CONFIRMATION;
                case FAIL -> Group.CONTRADICTION;
                case UNKNOWN -> Group.UNKNOWN;
                case null -> Group.UNKNOWN;
            };
        }
    }

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
