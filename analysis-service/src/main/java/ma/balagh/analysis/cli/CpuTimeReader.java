package ma.balagh.analysis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU time of this process and of its children that have ended, from proc_pid_stat(5). */
final class CpuTimeReader {

    private static final Path STAT = Path.of("/proc/self/stat");

    /** {@code USER_HZ}: the unit of these figures on every architecture that Java runs on. */
    private static final int TICKS_PER_SECOND = 100;

    /** What follows the program's name begins with field 3; utime, stime, cutime and cstime are fields 14 to 17. */
    private static final int UTIME = 14 - 3;

    private static final int CSTIME = 17 - 3;

    private CpuTimeReader() {}

    /** Seconds of user and system time; 0 where the system does not say. */
    static double seconds() {
        try {
            String stat = Files.readString(STAT, StandardCharsets.ISO_8859_1);
            // The name stands in parentheses and may contain any character.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = UTIME; field <= CSTIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return (double) ticks / TICKS_PER_SECOND;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
