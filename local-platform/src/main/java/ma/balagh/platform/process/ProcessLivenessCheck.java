package ma.balagh.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still runs. A zombie, whose parent has not collected its status, does not. */
final class ProcessLivenessCheck {

    private ProcessLivenessCheck() {}

    /** Field 20 of {@code /proc/<pid>/stat}, counted from the letter, which is field 3 (proc_pid_stat(5)). */
    private static final int THREADS = 17;

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !hasEnded(process.pid());
    }

    private static boolean hasEnded(long pid) {
        try {
            return isZombie(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException ended) {
            return false;
        }
    }

    /**
     * Linux tells it by the letter after the name. A killed process whose first thread has ended bears the letter too while
     * its other threads still hold its files and ports.
     */
    static boolean isZombie(String stat) {
        var fields = fields(stat);
        return fields[0].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
    }

    /** From field 3 on: before it is the name in parentheses, which may itself hold anything. */
    static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ");
    }
}
