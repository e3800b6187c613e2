package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.function.Function;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.UnreadableMediumException;

/** Whether the file is a medium, and of which streams. */
enum ContainerStatement implements FindingStatement {
    READABLE(FindingResult.PASS, "container", "picture", "sound", "data"),
    NO_MEDIUM,
    TOO_SLOW_TO_DESCRIBE,
    TOO_LONG_A_DESCRIPTION,
    TOO_MANY_PIXELS,
    NOTHING_TO_SEE_OR_HEAR,
    NO_FRAME,
    NO_SOUND,
    TOO_SLOW_TO_DECODE;

    private final Form form;

    ContainerStatement(FindingResult result, String... facts) {
        this.form = new Form(LaboratoryMethod.MEDIA_CONTAINER, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    /** Why it cannot be read, with what the tool says about it in its own words. */
    ContainerStatement() {
        this(FindingResult.FAIL, "complaint");
    }

    static Finding of(ProbeResult probe) {
        return READABLE.with(Map.of(
                "container", probe.container(),
                "picture", told(probe, ProbeResult.Kind.VIDEO, ContainerStatement::picture),
                "sound", told(probe, ProbeResult.Kind.AUDIO, ProbeResult.Stream::codec),
                "data", told(probe, ProbeResult.Kind.OTHER, ProbeResult.Stream::codec)));
    }

    static Finding of(UnreadableMediumException unreadable) {
        ContainerStatement statement = switch (unreadable.reason()) {
            case NO_MEDIUM -> NO_MEDIUM;
            case TOO_SLOW_TO_DESCRIBE -> TOO_SLOW_TO_DESCRIBE;
            case TOO_LONG_A_DESCRIPTION -> TOO_LONG_A_DESCRIPTION;
            case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
            case NOTHING_TO_SEE_OR_HEAR -> NOTHING_TO_SEE_OR_HEAR;
            case NO_FRAME -> NO_FRAME;
            case NO_SOUND -> NO_SOUND;
            case TOO_SLOW_TO_DECODE -> TOO_SLOW_TO_DECODE;
        };
        return statement.with(Map.of("complaint", unreadable.complaint().orElse("")));
    }

    private static String told(ProbeResult probe, ProbeResult.Kind kind, Function<ProbeResult.Stream, String> stream) {
        return probe.streams().stream()
                .filter(candidate -> candidate.kind() == kind)
                .map(stream)
                .collect(joining(", "));
    }

    private static String picture(ProbeResult.Stream stream) {
        String turned = stream.rotation() == 0 ? "" : " ↻ " + stream.rotation() + "°";
        return "%s %d×%d%s".formatted(stream.codec(), stream.width(), stream.height(), turned);
    }
}
