package ma.balagh.analysis.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What one run of a tool may take.
 *
 * @param memory bytes of address space
 * @param fileSize bytes of each file that it writes
 * @param written bytes of all files in its directory beyond those that lay there before; found out a little late
 * @param output bytes on its standard output
 * @param threads how many processors it may keep busy for all of its time
 */
record ToolLimits(long memory, long fileSize, long written, long output, int threads) {

    private static final int OPEN_FILES = 64;

    /** Bytes of each thread's stack: of the address space, and some media have a decoder for each of 200 tiles. */
    private static final int STACK = 1 << 20;

    static ToolLimits of(MediaConfig config) {
        return new ToolLimits(
                config.memoryLimit().asLongValue(),
                config.fileSizeLimit().asLongValue(),
                config.writtenLimit().asLongValue(),
                config.outputLimit().asLongValue(),
                config.threads());
    }

    /** The words before a command; the kernel keeps to them also when nobody watches any more. */
    List<String> prefix(Path prlimit, Duration time) {
        return List.of(
                prlimit.toString(),
                "--as=" + memory,
                "--fsize=" + fileSize,
                "--cpu=" + threads * Math.max(1, time.toSeconds() + 1),
                "--nofile=" + OPEN_FILES,
                "--stack=" + STACK,
                "--core=0",
                "--");
    }
}
