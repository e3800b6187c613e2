package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LogLineTest.ForMachines.class)
class LogLineTest {

    private static final String LOGGER = "ma.balagh.http.LogLineTest";

    @Inject
    Tracer tracer;

    @Test
    void isAnObjectWithTheAgreedKeys() throws IOException {
        // Given
        var evidenceId = UUID.randomUUID();

        // When
        var line = line(record("evidence is damaged: the file is missing, evidenceId=" + evidenceId));

        // Then
        assertThat(Instant.parse(line.get("timestamp").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("logger").asText()).isEqualTo(LOGGER);
        assertThat(line.get("service").asText()).isEqualTo("http");
        assertThat(line.get("thread").asText()).isNotEmpty();
        assertThat(line.get("message").asText()).contains("the file is missing");
        assertThat(line.at("/context/evidenceId").asText()).isEqualTo(evidenceId.toString());
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("timestamp", "level", "logger", "service", "thread", "message", "context");
    }

    @Test
    void belongsToItsTrace() throws IOException {
        // Given
        Span span = tracer.spanBuilder("a request").startSpan();
        try (var scope = span.makeCurrent()) {

            // When
            var line = line(record("topic=balagh.intake.reports.v1 An event is tried again"));

            // Then
            assertThat(line.at("/context/topic").asText()).isEqualTo("balagh.intake.reports.v1");
            assertThat(line.at("/context/traceId").asText())
                    .isEqualTo(span.getSpanContext().getTraceId());
            assertThat(line.at("/context/spanId").asText())
                    .isEqualTo(span.getSpanContext().getSpanId());
        } finally {
            span.end();
        }
    }

    @Test
    void hasAFailureAsOneField() throws IOException {
        // Given
        var record = record("it failed");
        record.setThrown(new IllegalStateException("why"));

        // Then
        assertThat(line(record).get("exception").asText()).contains("IllegalStateException: why", "at ma.balagh");
    }

    private static ExtLogRecord record(String message) {
        var record = new ExtLogRecord(Level.ERROR, message, LOGGER);
        record.setLoggerName(LOGGER);
        return record;
    }

    /** As the console of this very application writes it. */
    private static JsonNode line(ExtLogRecord record) throws IOException {
        Handler console = Stream.of(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow();
        record.copyAll();
        assertThat(console.isLoggable(record)).isTrue();
        var line = console.getFormatter().format(record);
        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        return new ObjectMapper().readTree(line);
    }

    /** As in production; nothing that the application depends on is needed for a line. */
    public static final class ForMachines implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(new OutagesTest.NothingIsThere().getConfigOverrides());
            overrides.put("BALAGH_LOG_JSON", "true");
            return overrides;
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
