package ma.balagh.analysis.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.media.Probe;
import ma.balagh.analysis.media.Recording;
import ma.balagh.analysis.media.Written;

/** Who wrote a file, and whether its parts fit together: one finding of the first kind, at least one of the second. */
public final class StructureFindings {

    private StructureFindings() {}

    /**
     * Reads the file's layout for nothing else; use {@link #of(Layout, Probe)} where it is read already.
     *
     * @throws IOException when the file itself cannot be read, never because of what it says
     */
    public static List<Finding> of(Path medium, Probe probe) throws IOException {
        return of(Layout.of(medium), probe);
    }

    /** When and with what it says that it was recorded, or only written. */
    public static Recording recording(Layout layout, Probe probe) {
        Traces traces = layout.traces().with(probe.tags());
        String program = Writers.of(traces).stream()
                .filter(match -> match.named() && match.writer().givesItsOwnTime())
                .map(match -> match.writer().name())
                .findFirst()
                .orElse(null);
        String created = traces.of("xmp.created").stream().findFirst().orElse(null);
        return Recording.of(probe, new Written(program, created));
    }

    public static List<Finding> of(Layout layout, Probe probe) {
        Traces traces = layout.traces().with(probe.tags());
        List<Writer.Match> writers = Writers.of(traces);
        List<Finding> findings = new ArrayList<>();
        findings.add(Origin.of(writers, traces, probe));
        findings.addAll(Consistency.of(layout, traces, writers, probe));
        return List.copyOf(findings);
    }
}
