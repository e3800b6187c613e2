package ma.balagh.messaging;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportEvent;
import ma.balagh.contracts.intake.ReportReceived;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A consumer as a service writes it. It writes down the title of each report in the transaction; a test may have
 * something else done before that for one report.
 */
@ApplicationScoped
public class TestConsumer {

    private final EventReceiver receiver;
    private final Database database;
    private final Map<UUID, Consumer<ReportReceived>> before = new ConcurrentHashMap<>();
    private final Map<UUID, Message<byte[]>> messages = new ConcurrentHashMap<>();

    TestConsumer(EventReceiver receiver, Database database) {
        this.receiver = receiver;
        this.database = database;
    }

    @Incoming("reports")
    Uni<Void> on(Message<byte[]> message) {
        var key = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> String.valueOf(metadata.getKey()))
                .orElseThrow();
        if (key.length() == 36) {
            messages.put(UUID.fromString(key), message);
        }
        return receive(message);
    }

    /** What Kafka does after a crash: the same record once more. */
    Uni<Void> receive(Message<byte[]> message) {
        return receiver.receive(message, ReportEvent.class, this::apply);
    }

    /** What {@link #on} last got for that report. */
    Message<byte[]> lastMessage(UUID reportId) {
        return requireNonNull(messages.get(reportId));
    }

    /** Runs in the transaction, in front of the writing. */
    void before(UUID reportId, Consumer<ReportReceived> action) {
        before.put(reportId, action);
    }

    List<String> titles(UUID reportId) {
        return database.list(
                String.class, "select title from seen_report where report_id = ? order by position", reportId);
    }

    boolean isInInbox(UUID eventId) {
        return database.number("select count(*) from inbox where event_id = ?", eventId) == 1;
    }

    private void apply(ReportEvent event) {
        switch (event) {
            case ReportReceived received -> {
                before.getOrDefault(received.reportId(), report -> {}).accept(received);
                database.execute(
                        "insert into seen_report (report_id, title) values (?, ?)",
                        received.reportId(),
                        received.title());
            }
            case ReportAnswered answered -> {}
            case AnswerWithdrawn withdrawn -> {}
            case ReportErased erased -> {}
        }
    }
}
