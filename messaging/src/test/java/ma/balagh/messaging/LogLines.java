package ma.balagh.messaging;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What this module logs until it is closed, as the console would show it. */
final class LogLines extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("ma.balagh.messaging");
    private final PatternFormatter formatter = new PatternFormatter("%s %X%e%n");
    private final StringBuffer lines = new StringBuffer();

    LogLines() {
        logger.addHandler(this);
    }

    String all() {
        return lines.toString();
    }

    @Override
    public void publish(LogRecord line) {
        lines.append(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
