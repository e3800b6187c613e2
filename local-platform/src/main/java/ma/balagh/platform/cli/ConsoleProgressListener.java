package ma.balagh.platform.cli;

import java.io.PrintStream;
import ma.balagh.platform.part.ProgressListener;

/** Progress on a terminal, or in a log without the lines that a terminal would overwrite. */
final class ConsoleProgressListener implements ProgressListener {

    private static final String ERASE_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean isTerminal;
    private String last = "";

    ConsoleProgressListener(PrintStream out) {
        this.out = out;
        this.isTerminal = isTerminal();
    }

    /** Whether somebody sits before it. */
    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public synchronized void say(String message) {
        out.println((isTerminal ? ERASE_LINE : "") + "  " + message);
    }

    @Override
    public synchronized void advance(String message) {
        if (message.equals(last)) {
            return;
        }
        last = message;
        if (isTerminal) {
            out.print(ERASE_LINE + "  " + message);
            out.flush();
        } else {
            out.println("  " + message);
        }
    }
}
