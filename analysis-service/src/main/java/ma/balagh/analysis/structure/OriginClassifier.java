package ma.balagh.analysis.structure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordingMetadata;

/** Classifies whether a file is as a camera wrote it, by the traces of its writers. */
final class OriginClassifier {

    private static final int MOST_TOLD = 8;

    private OriginClassifier() {}

    static Finding of(List<KnownWriter.Match> writers, WriterTraces traces, ProbeResult probe) {
        Optional<KnownWriter.Match> named = best(writers, true);
        if (named.isPresent()) {
            return named(named.get(), alike(writers, named.get()), probe);
        }
        return best(writers, false)
                .map(match -> (isCamera(match) ? OriginStatement.LIKE_CAMERA : OriginStatement.LIKE_COPY)
                        .with(Map.of("writer", match.writer().name(), "traces", told(match.traces()))))
                .orElseGet(() -> OriginStatement.UNRECOGNISED.with(Map.of(
                        "container",
                        probe.container(),
                        "traces",
                        told(traces.told("")
                                .filter(trace -> !trace.startsWith("top=") && !trace.startsWith("brand="))
                                .toList()))));
    }

    /** Of the kind that counts most, the one that fits best. */
    private static Optional<KnownWriter.Match> best(List<KnownWriter.Match> writers, boolean named) {
        List<KnownWriter.Match> all =
                writers.stream().filter(match -> match.named() == named).toList();
        return all.stream()
                .filter(match ->
                        match.writer().kind() == all.getFirst().writer().kind())
                .min((a, b) -> Boolean.compare(b.isWhole(), a.isWhole()));
    }

    /** Its own traces first, then those of others of its kind: a file may have been through several programs. */
    private static List<String> alike(List<KnownWriter.Match> writers, KnownWriter.Match match) {
        return isCamera(match)
                ? match.traces()
                : Stream.concat(
                                Stream.of(match),
                                writers.stream()
                                        .filter(other -> other.named()
                                                && other.writer().kind()
                                                        == match.writer().kind()))
                        .flatMap(other -> other.traces().stream())
                        .distinct()
                        .toList();
    }

    private static Finding named(KnownWriter.Match match, List<String> traces, ProbeResult probe) {
        OriginStatement statement = switch (match.writer().kind()) {
            case GENERATOR -> OriginStatement.GENERATED;
            case SCREEN -> OriginStatement.SCREEN_RECORDING;
            case EDITOR -> OriginStatement.EDITOR_OUTPUT;
            case PLATFORM -> OriginStatement.PLATFORM_COPY;
            case MESSENGER -> OriginStatement.MESSENGER_COPY;
            case ENCODER -> OriginStatement.ENCODER_OUTPUT;
            case CAMERA -> match.isWhole() ? OriginStatement.CAMERA_ORIGINAL : OriginStatement.CAMERA_NAMED;
            case DEVICE -> OriginStatement.DEVICE_NAMED;
        };
        String writer = isCamera(match) ? device(match, probe) : match.writer().name();
        return statement == OriginStatement.CAMERA_NAMED
                ? statement.with(Map.of("writer", writer, "traces", told(traces), "against", told(match.against())))
                : statement.with(Map.of("writer", writer, "traces", told(traces)));
    }

    static boolean isCamera(KnownWriter.Match match) {
        return switch (match.writer().kind()) {
            case CAMERA, DEVICE -> true;
            case GENERATOR, SCREEN, EDITOR, PLATFORM, MESSENGER, ENCODER -> false;
        };
    }

    /** What is known of the writer, and what the file calls the device. */
    static String device(KnownWriter.Match match, ProbeResult probe) {
        String said = RecordingMetadata.of(probe).device();
        return said == null
                ? match.writer().name()
                : match.writer().name() + " (" + WriterTraces.Collector.printable(said) + ")";
    }

    /** Traces in a line, but not the same value twice: FFmpeg's tags repeat what stands in the boxes. */
    static String told(Collection<String> traces) {
        var byValue = new LinkedHashMap<String, String>();
        for (String trace : traces) {
            byValue.putIfAbsent(trace.substring(trace.indexOf('=')), trace);
        }
        String line =
                String.join("; ", byValue.values().stream().limit(MOST_TOLD).toList());
        return byValue.size() > MOST_TOLD ? line + "; …" : line;
    }
}
