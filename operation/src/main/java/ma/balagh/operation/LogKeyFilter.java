package ma.balagh.operation;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Copies the agreed keys of a message ({@code evidenceId=...}) into the record's context, so that JSON logs have them
 * as fields. Both of our logging styles write them into the message.
 */
@LoggingFilter(name = "agreed-keys")
final class LogKeyFilter implements Filter {

    private static final Pattern PAIR = Pattern.compile(
            "\\b((?:anchor|callback|dossier|event|evidence|examination|incident|link|rendition|report|run|source|unit|upload)Id"
                    + "|topic|partition|offset)=([\\w.:-]*\\w)");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord extended && record.getMessage() != null) {
            PAIR.matcher(extended.getFormattedMessage())
                    .results()
                    .forEach(pair -> extended.putMdc(pair.group(1), pair.group(2)));
        }
        return true;
    }
}
