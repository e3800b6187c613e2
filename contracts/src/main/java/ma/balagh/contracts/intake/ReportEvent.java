package ma.balagh.contracts.intake;

import ma.balagh.contracts.Event;

/** What happens to a report, keyed by the report. */
public sealed interface ReportEvent extends Event
        permits ReportReceived, ReportAnswered, AnswerWithdrawn, ReportErased {}
