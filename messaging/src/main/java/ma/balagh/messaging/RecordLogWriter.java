package ma.balagh.messaging;

import java.util.function.UnaryOperator;
import ma.balagh.contracts.Topic;
import org.slf4j.spi.LoggingEventBuilder;

/** Adds to a log line which record it is about; not where the record tells of misconduct. */
final class RecordLogWriter {

    private RecordLogWriter() {}

    /** @param details adds what tells the record from others, such as its id, offset or failure */
    static LoggingEventBuilder about(
            LoggingEventBuilder line, String topic, UnaryOperator<LoggingEventBuilder> details) {
        return Topic.isOfCompartment(topic) ? line : details.apply(line.addKeyValue("topic", topic));
    }
}
