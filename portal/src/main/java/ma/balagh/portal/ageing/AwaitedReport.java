package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;

/** A report without an answer, and what it waits for. */
@TemplateData
public record AwaitedReport(UnansweredResponse report, AwaitedStep step) {}
