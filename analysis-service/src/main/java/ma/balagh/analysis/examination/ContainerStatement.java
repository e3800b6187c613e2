package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
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
    UNREADABLE(Result.FAIL, "reason");

    private final Result result;
    private final Set<String> facts;

    ContainerStatement(Result result, String... facts) {
        this.result = result;
        this.facts = Set.of(facts);
    }

    static Finding of(Probe probe) {
        return READABLE.with(Map.of(
                "container", probe.container(),
                "picture", told(probe, Probe.Kind.VIDEO, ContainerStatement::picture),
                "sound", told(probe, Probe.Kind.AUDIO, Probe.Stream::codec),
                "data", told(probe, Probe.Kind.OTHER, Probe.Stream::codec)));
    }

    static Finding of(Unreadable unreadable) {
        return UNREADABLE.with(Map.of("reason", unreadable.why()));
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

    @Override
    public Method method() {
        return Method.MEDIA_CONTAINER;
    }

    @Override
    public Result result() {
        return result;
    }

    @Override
    public Set<String> facts() {
        return facts;
    }
}
