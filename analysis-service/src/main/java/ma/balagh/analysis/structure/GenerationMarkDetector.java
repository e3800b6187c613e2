package ma.balagh.analysis.structure;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Detects what image generators write beside the picture: the settings of the generation. */
final class GenerationMarkDetector {

    /** As the web interfaces of Stable Diffusion write it, behind the prompt. */
    private static final Pattern SETTINGS = Pattern.compile("Steps: \\d{1,6}, Sampler: [^,\\v]{1,40}");

    /** A node of ComfyUI's graph. */
    private static final Pattern GRAPH = Pattern.compile("\"class_type\": ?\"[^\"]{1,60}\"");

    private GenerationMarkDetector() {}

    /** @param text that may be long, and of any bytes */
    static void search(String text, BiConsumer<String, String> traces) {
        // Exif writes two bytes for a letter.
        String plain = text.replace("\0", "");
        var settings = SETTINGS.matcher(plain);
        if (settings.find()) {
            traces.accept("generator.settings", settings.group());
        }
        var graph = GRAPH.matcher(plain);
        if (graph.find()) {
            traces.accept("generator.graph", graph.group());
        }
    }
}
