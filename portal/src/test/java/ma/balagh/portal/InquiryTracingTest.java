package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import ma.balagh.portal.suite.FakeSuite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits to the desk of internal affairs, and receipts that the public reads, where a caller asks for traces. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
class InquiryTracingTest {

    @Inject
    OpenTelemetry telemetry;

    @ParameterizedTest
    @CsvSource({
        "/inquiries, false",
        "/inquiries/01985a00-0000-7000-8000-000000001a01/closing/decision, false",
        "/public/receipts, false",
        "/public/communiques, true",
        "/reports, true"
    })
    void leavesNoSpan(String path, boolean traced) {
        // Given
        var caller = SpanContext.createFromRemoteParent(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());

        // When
        var span = telemetry
                .getTracer("test")
                .spanBuilder("GET")
                .setParent(Context.root().with(Span.wrap(caller)))
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("url.path", path)
                .startSpan();
        span.end();

        // Then
        assertThat(span.getSpanContext().isSampled()).isEqualTo(traced);
    }
}
