package ma.balagh.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import ma.balagh.contracts.Event;
import ma.balagh.contracts.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes one record to its end: processed, skipped or dead-lettered, however long that takes. */
@ApplicationScoped
class RecordProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(RecordProcessor.class);

    private final Inbox inbox;
    private final DeadLetterWriter deadLetters;
    private final ConsumerMetrics handled;
    private final Tracer tracer;
    private final MessagingConfig config;
    private final Semaphore permits;

    RecordProcessor(
            Inbox inbox, DeadLetterWriter deadLetters, ConsumerMetrics handled, Tracer tracer, MessagingConfig config) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.handled = handled;
        this.tracer = tracer;
        this.config = config;
        this.permits = new Semaphore(config.concurrency());
    }

    /** Returns whether the record may be acknowledged; false when the lanes close before that. */
    <E extends Event> boolean deliver(
            ConsumerRecord<String, byte[]> consumed, Class<E> events, Consumer<E> handler, KeyedExecutor executor)
            throws InterruptedException {
        return switch (ReceivedRecord.read(consumed, events)) {
            case ReceivedRecord.Known<E> known -> process(consumed, known, handler, executor);
            case ReceivedRecord.Poison<E>(var reason) -> putAside(consumed, reason, executor);
            case ReceivedRecord.Unknown<E>(var typeName) -> {
                RecordLogWriter.about(LOG.atInfo(), consumed.topic(), line -> line.addKeyValue("type", typeName))
                        .log("An event of a type that this release does not know is passed over");
                yield true;
            }
        };
    }

    private <E extends Event> boolean process(
            ConsumerRecord<String, byte[]> consumed,
            ReceivedRecord.Known<E> known,
            Consumer<E> handler,
            KeyedExecutor executor)
            throws InterruptedException {
        var backoff = backoff();
        while (!executor.isClosing()) {
            var thrown = attempt(consumed, known, handler);
            if (thrown == null) {
                return true;
            }
            var wait = backoff.next();
            var failure = FailureKind.of(thrown);
            if (failure.isFinal(backoff.attempts())) {
                return putAside(consumed, thrown, executor);
            }
            RecordLogWriter.about(
                            LOG.atWarn(),
                            consumed.topic(),
                            line -> line.addKeyValue("eventId", known.id()).setCause(thrown))
                    .addKeyValue("failure", failure)
                    .addKeyValue("attempt", backoff.attempts())
                    .addKeyValue("wait", wait)
                    .log("An event is tried again");
            executor.pause(wait);
        }
        return false;
    }

    /** Returns what went wrong; null when the event is processed. */
    private <E extends Event> @Nullable Throwable attempt(
            ConsumerRecord<String, byte[]> consumed, ReceivedRecord.Known<E> known, Consumer<E> handler)
            throws InterruptedException {
        permits.acquire();
        var begin = System.nanoTime();
        var span = span(consumed, known);
        try (var scope = span.makeCurrent()) {
            if (!inbox.once(known.id(), known.type(), () -> handler.accept(known.event()))) {
                span.setAttribute("balagh.duplicate", true);
            }
            handled.done(consumed.topic(), since(begin));
            return null;
        } catch (Throwable thrown) { // an Error, too, must not end the lane with its records in it
            span.recordException(thrown).setStatus(StatusCode.ERROR);
            handled.failed(consumed.topic(), since(begin));
            return thrown;
        } finally {
            span.end();
            permits.release();
        }
    }

    private boolean putAside(ConsumerRecord<String, byte[]> consumed, Throwable reason, KeyedExecutor executor)
            throws InterruptedException {
        var backoff = backoff();
        while (!executor.isClosing()) {
            try {
                deadLetters.put(consumed, reason);
                handled.deadLetter();
                return true;
            } catch (ExecutionException | RuntimeException | Error e) {
                RecordLogWriter.about(
                                LOG.atWarn(),
                                consumed.topic(),
                                line -> line.addKeyValue("partition", consumed.partition())
                                        .addKeyValue("offset", consumed.offset())
                                        .setCause(e))
                        .log("A dead letter is sent again");
                executor.pause(backoff.next());
            }
        }
        return false;
    }

    private Span span(ConsumerRecord<String, byte[]> consumed, ReceivedRecord.Known<?> known) {
        if (Topic.isOfCompartment(consumed.topic())) {
            return Span.getInvalid();
        }
        return tracer.spanBuilder("process " + known.type().typeName())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceContext.continuing(traceparent(consumed)))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", consumed.topic())
                .setAttribute("messaging.message.id", known.id().toString())
                .startSpan();
    }

    private static @Nullable String traceparent(ConsumerRecord<?, ?> consumed) {
        var extension = CloudEventHeaders.text(consumed.headers(), CloudEventHeaders.TRACE_PARENT);
        return extension == null ? CloudEventHeaders.text(consumed.headers(), TraceContext.HEADER) : extension;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Backoff backoff() {
        return new Backoff(config.retryFirst(), config.retryLongest());
    }
}
