package ma.balagh.dispatch.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.dispatch.fact.VerdictFacts;
import ma.balagh.dispatch.runcard.IncidentType;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a public statement is drafted from it.
 *
 * @param outcome how it ended; null while it goes on
 * @param verdictStands whether the verdict that opened it was not withdrawn: else nothing is said of it
 * @param details what must not be said as it stands here: the exact place, references, call signs, ids
 * @param accounts what people wrote about it, whose names must not be said
 */
public record PublishableIncident(
        UUID id,
        String jurisdiction,
        IncidentType type,
        @Nullable OutcomeKind outcome,
        Instant happenedAt,
        boolean verdictStands,
        List<String> details,
        List<String> accounts) {

    static PublishableIncident of(
            Incident incident,
            List<OutcomeStatement> statements,
            List<TimelineEntry> timeline,
            List<Assignment> assignments,
            @Nullable VerdictFacts told) {
        Instant occurred = incident.offence().occurredAt();
        return new PublishableIncident(
                incident.id(),
                incident.jurisdiction(),
                incident.type(),
                incident.outcome().map(Outcome::kind).orElse(null),
                occurred == null ? incident.openedAt() : occurred,
                incident.verdictWithdrawnAt() == null,
                details(incident, statements, assignments),
                accounts(statements, timeline, told));
    }

    private static List<String> details(
            Incident incident, List<OutcomeStatement> statements, List<Assignment> assignments) {
        return Stream.of(
                        Stream.of(
                                incident.id().toString(),
                                incident.dossierId().toString(),
                                incident.offence().place()),
                        incident.referral().map(Referral::reference).stream(),
                        statements.stream()
                                .flatMap(statement -> statement.details().arrests().stream())
                                .map(ArrestReference::reference),
                        assignments.stream().map(Assignment::callSign))
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Notes of the timeline are those that units sent with their progress, and the reasons of changes. */
    private static List<String> accounts(
            List<OutcomeStatement> statements, List<TimelineEntry> timeline, @Nullable VerdictFacts told) {
        var facts = told == null ? null : told.facts();
        return Stream.of(
                        statements.stream().flatMap(statement -> Stream.of(statement.note(), statement.reason())),
                        timeline.stream().map(TimelineEntry::note),
                        facts == null ? Stream.<String>of() : Stream.of(facts.summary(), facts.direction()))
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
