package ma.balagh.accuracy.copies;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.ClipChange.Pass;
import ma.balagh.accuracy.media.FfmpegRunner;
import ma.balagh.accuracy.media.VideoClip;

/** Makes altered copies. What an earlier call made of the same files in the same way is kept. */
public final class CopySetWriter {

    /** Foreign footage of at least so many seconds is needed. */
    public static final double FOREIGN_SECONDS = 5;

    private final List<VideoClip> originals;
    private final List<VideoClip> unrelated;
    private final VideoClip intro;
    private final VideoClip backdrop;
    private final PrintStream progress;

    /**
     * Of these clips.
     *
     * @param unrelated clips that show nothing of what the originals show; the first two that last long enough are what
     *     copies are cut or pasted into
     * @throws IllegalArgumentException where they do not do, and why
     */
    public CopySetWriter(List<VideoClip> originals, List<VideoClip> unrelated, PrintStream progress) {
        this.originals = originals;
        this.unrelated = unrelated;
        this.progress = progress;
        List<VideoClip> foreign = unrelated.stream()
                .filter(clip -> clip.seconds() >= FOREIGN_SECONDS)
                .limit(2)
                .toList();
        if (foreign.size() < 2) {
            throw new IllegalArgumentException("copies are pasted into two of the unrelated clips, which have to last "
                    + FOREIGN_SECONDS + " s or more; " + foreign.size() + " of " + unrelated.size() + " do");
        }
        this.intro = foreign.getFirst();
        this.backdrop = foreign.getLast();
        Stream.concat(originals.stream(), unrelated.stream())
                .collect(Collectors.groupingBy(VideoClip::stem, Collectors.counting()))
                .forEach((stem, count) -> {
                    if (count > 1) {
                        throw new IllegalArgumentException("two clips are named " + stem);
                    }
                });
    }

    /**
     * Makes a set in a folder.
     *
     * @param names of changes; all of the set where there are none
     */
    public CopySet write(ChangeSet set, Collection<String> names, Path folder)
            throws IOException, InterruptedException {
        CopySet before = CopySet.read(folder);
        Map<String, AlteredCopy> made =
                before.copies().stream().collect(Collectors.toMap(AlteredCopy::file, copy -> copy));
        var known = new TreeMap<String, Path>();
        Stream.concat(originals.stream(), unrelated.stream()).forEach(clip -> known.put(clip.name(), clip.file()));
        var links = new CopySet(folder, List.copyOf(known.keySet()), List.of());
        link(links.knownFolder(), known);
        Files.createDirectories(links.copiesFolder());
        List<ClipChange> changes = set.changes().stream()
                .filter(change -> names.isEmpty() || names.contains(change.name()))
                .toList();
        var copies = new ArrayList<AlteredCopy>();
        for (ClipChange change : changes) {
            progress.println("making " + set + ": " + change.name());
            for (VideoClip original : originals) {
                var recipe = new CopyBuilder(change, new CopySources(original, intro, backdrop));
                if (recipe.isPossible()) {
                    copies.add(copy(recipe, links.copiesFolder(), made));
                }
            }
        }
        clear(links.copiesFolder(), copies);
        var written = new CopySet(folder, links.known(), List.copyOf(copies));
        written.write();
        return written;
    }

    private static AlteredCopy copy(CopyBuilder recipe, Path folder, Map<String, AlteredCopy> made)
            throws IOException, InterruptedException {
        Path target = folder.resolve(recipe.name());
        var passes = new ArrayList<List<String>>();
        passes.add(recipe.firstPass());
        List<Pass> all = recipe.change().passes();
        for (int k = 1; k < all.size(); k++) {
            passes.add(recipe.laterPass(all.get(k), pass(target, k - 1).toString()));
        }
        List<String> commands =
                passes.stream().map(pass -> String.join(" ", pass)).toList();
        var copy = new AlteredCopy(
                recipe.name(),
                recipe.sources().original().name(),
                recipe.change().name(),
                recipe.spans(),
                commands);
        if (copy.equals(made.get(copy.file())) && Files.exists(target)) {
            return copy;
        }
        for (int k = 0; k < passes.size(); k++) {
            FfmpegRunner.write(passes.get(k), k + 1 == passes.size() ? target : pass(target, k));
        }
        for (int k = 0; k + 1 < passes.size(); k++) {
            Files.delete(pass(target, k));
        }
        return copy;
    }

    private static Path pass(Path target, int number) {
        return target.resolveSibling("pass" + number + "." + target.getFileName());
    }

    private static void link(Path folder, Map<String, Path> files) throws IOException {
        Files.createDirectories(folder);
        clear(folder);
        for (var file : files.entrySet()) {
            Files.createSymbolicLink(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void clear(Path folder, List<AlteredCopy> but) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (but.stream().noneMatch(copy -> file.endsWith(copy.file()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        clear(folder, List.of());
    }
}
