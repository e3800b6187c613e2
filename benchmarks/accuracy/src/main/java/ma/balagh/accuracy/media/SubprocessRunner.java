package ma.balagh.accuracy.media;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Runs other programs and waits for them. */
public final class SubprocessRunner {

    /** Writes what a program reads from its standard input. */
    @FunctionalInterface
    public interface Input {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final File NOTHING = new File("/dev/null");

    private SubprocessRunner() {}

    /** What it prints; its errors go to ours. */
    public static List<String> lines(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        requireSuccess(command, process.waitFor(), "");
        return lines;
    }

    /**
     * Waits for its end.
     *
     * @throws IOException with what it printed, where it fails
     */
    public static void run(List<String> command) throws IOException, InterruptedException {
        run(command, none -> {});
    }

    /** @throws IOException with what it printed, where it fails */
    static void run(List<String> command, Input input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        IOException broken = null;
        try (OutputStream out = process.getOutputStream()) {
            input.writeTo(out);
        } catch (IOException e) {
            // The program ended early; its own words say more.
            broken = e;
        }
        String said = String.join("\n", process.inputReader().lines().toList());
        requireSuccess(command, process.waitFor(), said);
        if (broken != null) {
            throw broken;
        }
    }

    private static void requireSuccess(List<String> command, int status, String said) throws IOException {
        if (status != 0) {
            throw new IOException(String.join(" ", command) + "\nended with " + status + ": " + said);
        }
    }
}
