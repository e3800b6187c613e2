package ma.balagh.analysis.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renderers with the ordinary configuration, and what a stranger's tools find in what they made. */
final class Rendering {

    /** A medium, as {@code ffprobe} describes it. */
    record Found(ProbeResult probe, List<Double> times) {}

    private final MediaReader reader;
    private final MediaConfig media;
    private final RenderConfig config;

    Rendering(Path scratchDirectory, Map<String, String> changes) {
        this(scratchDirectory, changes, Map.of());
    }

    Rendering(Path scratchDirectory, Map<String, String> changes, Map<String, String> mediaChanges) {
        this.media = Media.config(scratchDirectory, mediaChanges);
        this.reader = new MediaReader(media);
        this.config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withDefaultValues(changes)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(RenderConfig.class)
                .build()
                .getConfigMapping(RenderConfig.class);
    }

    MediumRenderer renderer() {
        return new MediumRenderer(reader, media, config);
    }

    MomentReader moments() {
        return new MomentReader(reader, media, config);
    }

    ScratchDirectory scratch(Path file) throws IOException {
        return Media.scratch(reader, file);
    }

    ProbeResult probe(ScratchDirectory scratch) throws UnreadableMediumException, IOException, InterruptedException {
        return reader.probe(scratch);
    }

    /** What is in a file, with the times of its pictures in their order. */
    Found found(Path file) throws UnreadableMediumException, IOException, InterruptedException {
        try (ScratchDirectory scratch = scratch(file)) {
            ProbeResult probe = probe(scratch);
            List<Double> times = new ArrayList<>();
            probe.picture()
                    .map(picture -> probe.packets().track(picture.index()))
                    .ifPresent(track -> {
                        for (int k : track.order()) {
                            times.add(track.shown(k));
                        }
                    });
            return new Found(probe, times);
        }
    }

    /** Whether a player can begin before it has all of it: the index stands before the samples. */
    static boolean beginsWithItsIndex(Path film) throws IOException {
        String bytes = new String(Files.readAllBytes(film), java.nio.charset.StandardCharsets.ISO_8859_1);
        return bytes.indexOf("moov") > 0 && bytes.indexOf("moov") < bytes.indexOf("mdat");
    }
}
