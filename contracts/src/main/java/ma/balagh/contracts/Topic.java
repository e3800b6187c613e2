package ma.balagh.contracts;

import static ma.balagh.contracts.SuiteService.ANALYSIS;
import static ma.balagh.contracts.SuiteService.DISPATCH;
import static ma.balagh.contracts.SuiteService.INTAKE;

import java.util.Arrays;
import java.util.Set;

/** Every topic of the suite: who owns it and who may read it. Nobody else does. */
public enum Topic {
    REPORTS("balagh.intake.reports.v1", INTAKE, Set.of(ANALYSIS, DISPATCH)),
    EVIDENCE("balagh.intake.evidence.v1", INTAKE, Set.of(ANALYSIS, DISPATCH)),
    EXAMINATIONS("balagh.analysis.examinations.v1", ANALYSIS, Set.of(DISPATCH)),
    DOSSIERS("balagh.analysis.dossiers.v1", ANALYSIS, Set.of(INTAKE, DISPATCH)),
    VERDICTS("balagh.analysis.verdicts.v1", ANALYSIS, Set.of(INTAKE, DISPATCH)),
    /** Police misconduct: apart from the common topics, because only internal affairs may know. */
    MISCONDUCT("balagh.analysis.misconduct.v1", ANALYSIS, Set.of(DISPATCH)),
    /**
     * Hidden dossiers, and what happens to them afterwards: of misconduct only, hence apart, for the service that shows
     * reports.
     */
    FORWARDINGS("balagh.analysis.forwardings.v1", ANALYSIS, Set.of(INTAKE)),
    INCIDENTS("balagh.dispatch.incidents.v1", DISPATCH, Set.of(INTAKE, ANALYSIS));

    private final String topicName;
    private final SuiteService owner;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<SuiteService> consumers;

    Topic(String topicName, SuiteService owner, Set<SuiteService> consumers) {
        this.topicName = topicName;
        this.owner = owner;
        this.consumers = consumers;
    }

    public String topicName() {
        return topicName;
    }

    public SuiteService owner() {
        return owner;
    }

    public Set<SuiteService> consumers() {
        return consumers;
    }

    /** Whether that something comes on it tells of misconduct: nothing of it is counted, traced or logged. */
    public boolean isOfCompartment() {
        return switch (this) {
            case MISCONDUCT, FORWARDINGS -> true;
            case REPORTS, EVIDENCE, EXAMINATIONS, DOSSIERS, VERDICTS, INCIDENTS -> false;
        };
    }

    /** Whether the topic of that name, or its dead letters, tells of misconduct; false for one that is none of ours. */
    public static boolean isOfCompartment(String topicName) {
        return Arrays.stream(values())
                .anyMatch(topic -> topic.isOfCompartment() && topicName.startsWith(topic.topicName));
    }

    /** Where {@code consumer} puts a record of this topic that it can never process. */
    public String deadLetterTopicName(SuiteService consumer) {
        return topicName + "." + consumer.serviceName() + ".dlq";
    }
}
