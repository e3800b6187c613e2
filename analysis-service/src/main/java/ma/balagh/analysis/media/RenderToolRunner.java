package ma.balagh.analysis.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.analysis.media.RenderedMedium.Progress;
import ma.balagh.analysis.media.ToolSandbox.Ending;
import ma.balagh.analysis.media.ToolSandbox.Input;
import ma.balagh.analysis.media.ToolSandbox.Output;
import org.jspecify.annotations.Nullable;

/** Runs the tools for one rendition, and records their commands and error output. */
final class RenderToolRunner {

    private static final Pattern BARE = Pattern.compile("[\\w.,:=/+-]++");

    private static final Pattern PROGRESS = Pattern.compile("out_time_us=\\d{1,15}");

    private static final String OUT_TIME = "out_time_us=";

    private final ToolSandbox sandbox;
    private final RenderConfig config;
    private final ScratchDirectory scratch;
    private final List<String> commands = new ArrayList<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    RenderToolRunner(ToolSandbox sandbox, RenderConfig config, ScratchDirectory scratch) {
        this.sandbox = sandbox;
        this.config = config;
        this.scratch = scratch;
    }

    /**
     * Runs a tool to its end.
     *
     * @throws UnrenderableMediumException when it took too long or too much
     */
    <T> Ending<T> run(List<String> command, Output<T> reader, Input input)
            throws UnrenderableMediumException, IOException, InterruptedException {
        var ending = sandbox.run(command, scratch.directory(), config.timeLimit(), reader, input);
        complaints.addAll(ToolErrorFilter.of(ending.errors()));
        if (ending.stop() == ToolSandbox.Stop.TIME) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.TOO_SLOW);
        }
        if (ending.stop() == ToolSandbox.Stop.SIZE || isTooLarge()) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.TOO_LARGE);
        }
        return ending;
    }

    /** The kernel ends a tool whose file grows too large. */
    private boolean isTooLarge() throws IOException {
        return Files.exists(result())
                && Files.size(result()) >= config.sizeLimit().asLongValue();
    }

    Path result() {
        return scratch.directory().resolve(RenderCommand.RESULT);
    }

    ScratchDirectory scratch() {
        return scratch;
    }

    List<String> complaints() {
        return complaints;
    }

    /** Remembers how it was made, in the order of work; what did not work is no part of that. */
    @SafeVarargs
    final void made(List<String>... calls) {
        for (List<String> call : calls) {
            commands.add(told(call));
        }
    }

    RenderedMedium rendered(RenderedMedium.Form form, @Nullable Double seconds, int pictures) {
        return new RenderedMedium(result(), form, seconds, pictures, commands, complaints);
    }

    /**
     * Reads what FFmpeg tells of its progress.
     *
     * @param duration seconds; null where unknown
     * @return whether it told anything
     */
    static Output<Boolean> progress(@Nullable Double duration, Progress progress) {
        return stdout -> {
            var lines = new BufferedReader(new InputStreamReader(stdout, StandardCharsets.US_ASCII));
            boolean told = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told = true;
                if (duration != null && duration > 0 && PROGRESS.matcher(line).matches()) {
                    double seconds = Long.parseLong(line.substring(OUT_TIME.length())) / 1e6;
                    progress.at(Math.min(1, seconds / duration));
                }
            }
            return told;
        };
    }

    static Boolean nothing(InputStream stdout) throws IOException {
        stdout.transferTo(OutputStream.nullOutputStream());
        return true;
    }

    /** As one would write it into a shell. */
    private static String told(List<String> command) {
        String program = String.valueOf(Path.of(command.getFirst()).getFileName());
        return command.stream()
                .skip(1)
                .map(word -> BARE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", program + " ", ""));
    }
}
