package ma.balagh.accuracy.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.ChangeSet;
import ma.balagh.accuracy.copies.CopySet;
import ma.balagh.accuracy.copies.CopySetWriter;
import ma.balagh.accuracy.media.VideoClip;
import ma.balagh.accuracy.place.SamePlaceWriter;

/** Makes the sets, measures, and prints each section as Markdown; what several sections need is measured once. */
public final class SectionPrinter {

    /**
     * What is measured on.
     *
     * @param samePlace clips named {@code <place>.<moment>.<extension>}
     * @param fixedCameras long recordings of fixed cameras
     * @param ordinary media of which nothing should fail; the clips where there are none
     * @param changes names of those that are measured alone; all where there are none
     * @param faces folder of heads, and of backgrounds, for redaction
     * @param media how many are known in the large base
     */
    public record Inputs(
            List<VideoClip> originals,
            List<VideoClip> unrelated,
            List<VideoClip> samePlace,
            List<VideoClip> fixedCameras,
            List<Path> ordinary,
            List<String> changes,
            Path faces,
            Path backgrounds,
            int media) {

        List<Path> files() {
            return Stream.concat(originals.stream(), unrelated.stream())
                    .map(VideoClip::file)
                    .toList();
        }
    }

    private final Inputs inputs;
    private final LaboratoryClient laboratory;
    private final Path work;
    private final PrintStream out;
    private final PrintStream progress;
    private final Map<ChangeSet, CopySet> sets = new EnumMap<>(ChangeSet.class);
    private final Map<ChangeSet, CopyMeasurement> measured = new EnumMap<>(ChangeSet.class);
    private List<String> places = List.of();
    private List<LaboratoryMatch> ofPlaces = List.of();

    public SectionPrinter(
            Inputs inputs, LaboratoryClient laboratory, Path work, PrintStream out, PrintStream progress) {
        this.inputs = inputs;
        this.laboratory = laboratory;
        this.work = work;
        this.out = out;
        this.progress = progress;
    }

    public void print(OutputSection section) throws IOException, InterruptedException {
        progress.println("section " + section);
        String printed = measure(section);
        out.println("## " + section.title() + "\n\n" + printed);
        out.flush();
    }

    private String measure(OutputSection section) throws IOException, InterruptedException {
        var build = new BuildMeasurementRunner(laboratory.checkout());
        return switch (section) {
            case POSTED -> new CopyTable(measurement(ChangeSet.POSTED)).toString();
            case FURTHER -> new CopyTable(measurement(ChangeSet.FURTHER)).toString();
            case HARDER -> new CopyTable(measurement(ChangeSet.HARDER)).toString();
            case SAME_PLACE -> {
                comparePlaces();
                yield new SamePlaceTable(places, ofPlaces).toString();
            }
            case ERRORS -> errors();
            case WRITING ->
                new FindingCounter(laboratory)
                        .overlaidText(set(ChangeSet.POSTED))
                        .toString();
            case ORDINARY ->
                new FindingCounter(laboratory)
                        .ordinary(inputs.ordinary().isEmpty() ? inputs.files() : inputs.ordinary())
                        .toString();
            case COST ->
                new ExaminationCostBenchmark(laboratory).measure(inputs.files()).toString();
            case MEMORY ->
                new PeakMemoryBenchmark(laboratory.checkout())
                        .measure(inputs.files())
                        .toString();
            case INDEX -> build.jmh(List.of("FrameScanBenchmark"));
            case LOOKUPS -> build.said("FrameLookupBenchmark", List.of());
            case GROWTH -> build.said("FootageGrowthBenchmark", growth());
            case SCALE -> build.test("ScaleTest", inputs.media()).toString();
            case SOUNDS -> build.test("SoundMatcherTest", inputs.media()).toString();
            case REDACTION -> build.redaction(inputs.faces(), inputs.backgrounds());
        };
    }

    /** Where to, and the numbers of media: a hundredth, a tenth and all. */
    private List<String> growth() {
        int media = inputs.media();
        List<String> arguments = new ArrayList<>();
        arguments.add(work.resolve("index").toString());
        IntStream.of(media / 100, media / 10, media).mapToObj(String::valueOf).forEach(arguments::add);
        return arguments;
    }

    private String errors() throws IOException, InterruptedException {
        var outcomes = new PairOutcomeCounter();
        for (ChangeSet set : ChangeSet.values()) {
            outcomes.add(measurement(set));
        }
        comparePlaces();
        outcomes.addPlaces(places, ofPlaces);
        return outcomes.table() + "\n"
                + outcomes.falseMatches().stream()
                        .map(line -> "- " + line + "\n")
                        .collect(Collectors.joining())
                + "\n" + new CalibrationTable(outcomes.outcomes());
    }

    private CopySet set(ChangeSet changes) throws IOException, InterruptedException {
        CopySet set = sets.get(changes);
        if (set == null) {
            set = new CopySetWriter(inputs.originals(), inputs.unrelated(), progress)
                    .write(
                            changes,
                            inputs.changes(),
                            work.resolve(changes.toString().toLowerCase(Locale.ROOT)));
            sets.put(changes, set);
        }
        return set;
    }

    private CopyMeasurement measurement(ChangeSet changes) throws IOException, InterruptedException {
        CopyMeasurement measurement = measured.get(changes);
        if (measurement == null) {
            CopySet set = set(changes);
            List<LaboratoryMatch> first =
                    changes == ChangeSet.POSTED && !set.copies().isEmpty()
                            ? laboratory.matches(set.knownFolder(), set.copiesFolder(), "--hashes-only")
                            : List.of();
            List<LaboratoryMatch> matches =
                    set.copies().isEmpty() ? List.of() : laboratory.matches(set.knownFolder(), set.copiesFolder());
            measurement = new CopyMeasurement(set, matches, first);
            measured.put(changes, measurement);
        }
        return measurement;
    }

    private void comparePlaces() throws IOException, InterruptedException {
        if (places.isEmpty()) {
            Path folder = new SamePlaceWriter(work.resolve("same-place"), progress)
                    .write(inputs.samePlace(), inputs.fixedCameras(), inputs.originals());
            try (Stream<Path> files = Files.list(folder)) {
                places = files.map(file -> file.getFileName().toString())
                        .sorted()
                        .toList();
            }
            ofPlaces = laboratory.matches(folder, folder).stream()
                    .filter(match -> !match.query().equals(match.known()))
                    .toList();
        }
    }
}
