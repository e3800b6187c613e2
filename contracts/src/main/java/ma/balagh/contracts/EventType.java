package ma.balagh.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportReceived;

/**
 * Every event of the suite: its record, its topic and its CloudEvents type such as {@code
 * balagh.intake.EvidenceSecured.v1}.
 */
public enum EventType {
    REPORT_RECEIVED(ReportReceived.class, Topic.REPORTS),
    REPORT_ANSWERED(ReportAnswered.class, Topic.REPORTS),
    ANSWER_WITHDRAWN(AnswerWithdrawn.class, Topic.REPORTS),
    REPORT_ERASED(ReportErased.class, Topic.REPORTS),
    EVIDENCE_SECURED(EvidenceSecured.class, Topic.EVIDENCE),
    EVIDENCE_SIGHTED(EvidenceSighted.class, Topic.EVIDENCE),
    EVIDENCE_UNOBTAINABLE(EvidenceUnobtainable.class, Topic.EVIDENCE),
    EVIDENCE_ERASED(EvidenceErased.class, Topic.EVIDENCE),
    EVIDENCE_EXAMINED(EvidenceExamined.class, Topic.EXAMINATIONS),
    DOSSIER_OPENED(DossierOpened.class, Topic.DOSSIERS),
    REPORT_JOINED(ReportJoined.class, Topic.DOSSIERS),
    REPORT_SEPARATED(ReportSeparated.class, Topic.DOSSIERS),
    DOSSIERS_MERGED(DossiersMerged.class, Topic.DOSSIERS),
    DOSSIER_FORWARDED(DossierForwarded.class, Topic.FORWARDINGS),
    VERDICT_REACHED(VerdictReached.class, Topic.VERDICTS),
    VERDICT_WITHDRAWN(VerdictWithdrawn.class, Topic.VERDICTS),
    MISCONDUCT_FOUND(MisconductFound.class, Topic.MISCONDUCT),
    INCIDENT_OPENED(IncidentOpened.class, Topic.INCIDENTS),
    UNIT_ASSIGNED(UnitAssigned.class, Topic.INCIDENTS),
    UNIT_PROGRESSED(UnitProgressed.class, Topic.INCIDENTS),
    UNIT_STOOD_DOWN(UnitStoodDown.class, Topic.INCIDENTS),
    INCIDENT_ESCALATED(IncidentEscalated.class, Topic.INCIDENTS),
    INCIDENT_RESOLVED(IncidentResolved.class, Topic.INCIDENTS),
    INCIDENT_REOPENED(IncidentReopened.class, Topic.INCIDENTS),
    INCIDENT_REFERRED(IncidentReferred.class, Topic.INCIDENTS),
    INCIDENT_CANCELLED(IncidentCancelled.class, Topic.INCIDENTS);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::recordClass, Function.identity()));

    private final Class<? extends Event> recordClass;
    private final Topic topic;
    private final String typeName;

    EventType(Class<? extends Event> recordClass, Topic topic) {
        this.recordClass = recordClass;
        this.topic = topic;
        this.typeName = "balagh." + topic.owner().serviceName() + "." + recordClass.getSimpleName() + ".v1";
    }

    public static EventType of(Event event) {
        var type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no event type is declared for " + event.getClass());
        }
        return type;
    }

    /** The type of that CloudEvents name; empty for one that this release does not know. */
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    public Class<? extends Event> recordClass() {
        return recordClass;
    }

    public Topic topic() {
        return topic;
    }

    /** The {@code ce_type} header. */
    public String typeName() {
        return typeName;
    }
}
