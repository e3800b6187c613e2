package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.function.Function;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Unreadable;

/** Whether the file is a medium, and of which streams. */
enum ContainerStatement implements Statement {
    READABLE(Result.PASS, "container", "picture", "sound", "data"),
    NO_MEDIUM,
    TOO_SLOW_TO_DESCRIBE,
    TOO_LONG_A_DESCRIPTION,
    TOO_MANY_PIXELS,
    NOTHING_TO_SEE_OR_HEAR,
    NO_FRAME,
    NO_SOUND,
    TOO_SLOW_TO_DECODE;

    private final Form form;

    ContainerStatement(Result result, String... facts) {
        this.form = new Form(Method.MEDIA_CONTAINER, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    /** Why it cannot be read, with what the tool says about it in its own words. */
    ContainerStatement() {
        this(Result.FAIL, "complaint");
    }

    static Finding of(Probe probe) {
        return READABLE.with(Map.of(
                "container", probe.container(),
                "picture", told(probe, Probe.Kind.VIDEO, ContainerStatement::picture),
                "sound", told(probe, Probe.Kind.AUDIO, Probe.Stream::codec),
                "data", told(probe, Probe.Kind.OTHER, Probe.Stream::codec)));
    }

    static Finding of(Unreadable unreadable) {
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

    private static String told(Probe probe, Probe.Kind kind, Function<Probe.Stream, String> stream) {
        return probe.streams().stream()
                .filter(candidate -> candidate.kind() == kind)
                .map(stream)
                .collect(joining(", "));
    }

    private static String picture(Probe.Stream stream) {
        String turned = stream.rotation() == 0 ? "" : " ↻ " + stream.rotation() + "°";
        return "%s %d×%d%s".formatted(stream.codec(), stream.width(), stream.height(), turned);
    }
}
