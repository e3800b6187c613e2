package ma.balagh.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still runs; one that has ended but whose parent has not asked yet (a zombie) does not. */
final class Liveness {

    private Liveness() {}

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Linux tells it by the letter after the name in parentheses, which may itself hold anything. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException ended) {
            return false;
        }
    }
}
