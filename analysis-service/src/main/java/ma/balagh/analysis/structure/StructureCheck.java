package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.AuthoringInfo;
import ma.balagh.analysis.media.ProbeResult;
import ma.balagh.analysis.media.RecordingMetadata;

/**
 * Finds out who wrote a file, and whether its parts fit together: one finding of the first kind, at least one of the
 * second.
 */
public final class StructureCheck {

    private StructureCheck() {}

    /**
     * Reads the file's layout for nothing else; use {@link #of(Layout, Probe)} where it is read already.
     *
     * @throws IOException when the file itself cannot be read, never because of what it says
     */
    public static List<Finding> of(Path medium, ProbeResult probe) throws IOException {
        return of(FileLayout.of(medium), probe);
    }

    /** When and with what it says that it was recorded, or only written. */
    public static RecordingMetadata recording(FileLayout layout, ProbeResult probe) {
        WriterTraces traces = layout.traces().with(probe.tags());
        String program = KnownWriterTable.of(traces).stream()
                .filter(match -> match.named() && match.writer().givesItsOwnTime())
                .map(match -> match.writer().name())
                .findFirst()
                .orElse(null);
        String created = traces.of("xmp.created").stream().findFirst().orElse(null);
        return RecordingMetadata.of(probe, new AuthoringInfo(program, created));
    }

    public static List<Finding> of(FileLayout layout, ProbeResult probe) {
        WriterTraces traces = layout.traces().with(probe.tags());
        List<KnownWriter.Match> writers = KnownWriterTable.of(traces);
        List<Finding> findings = new ArrayList<>();
        findings.add(OriginClassifier.of(writers, traces, probe));
        findings.addAll(ConsistencyCheck.of(layout, traces, writers, probe));
        return List.copyOf(findings);
    }
}
