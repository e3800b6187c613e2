package ma.balagh.platform.process;

import java.io.IOException;

/** Ends this JVM when its parent process ends, however that happens. */
public final class ParentProcessWatcher {

    private ParentProcessWatcher() {}

    /** From now on this JVM lives no longer than whoever holds the other end of its standard input. */
    public static void begin() {
        Thread.ofPlatform().daemon().name("parent-watch").start(ParentProcessWatcher::haltWithParent);
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent writes nothing: what counts is the end of the stream.
            }
        } catch (IOException e) {
            // A broken pipe is an ended parent, too.
        }
        Runtime.getRuntime().halt(0);
    }
}
