package ma.balagh.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.dispatch.Story;
import ma.balagh.http.ProblemException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class IncidentTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    /** Everything that can be asked of an incident. */
    enum Verb {
        ASSIGN(incident -> incident.reinforce(List.of(AssignmentStatus.ASSIGNED))),
        DEPART(incident -> incident.advance(List.of(AssignmentStatus.ACKNOWLEDGED, AssignmentStatus.EN_ROUTE))),
        ARRIVE(incident -> incident.advance(List.of(AssignmentStatus.ON_SCENE, AssignmentStatus.ASSIGNED))),
        LEAVE(incident -> incident.advance(List.of())),
        ASK_FOR_ASSISTANCE(incident -> incident.askForAssistance(NOW)),
        REOPEN(Incident::reopen),
        ARREST(incident -> incident.resolve(outcome(OutcomeKind.ARRESTED, 1))),
        FIND_NOBODY(incident -> incident.resolve(outcome(OutcomeKind.NOT_FOUND, 0))),
        REFER(incident -> incident.refer(new Referral("Casablanca", "2026/1", NOW))),
        WITHDRAW_VERDICT(incident -> incident.verdictWithdrawn(NOW)),
        CANCEL(Incident::cancel);

        private final Consumer<Incident> on;

        Verb(Consumer<Incident> on) {
            this.on = on;
        }

        void on(Incident incident) {
            on.accept(incident);
        }
    }

    /** The legal verbs of each state, written down once more and by hand. */
    private static final Map<String, Set<Verb>> LEGAL = Map.of(
            "OPEN", Set.of(Verb.ASSIGN, Verb.DEPART, Verb.ARRIVE, Verb.LEAVE),
            "OPEN, attended", Set.of(Verb.ASSIGN, Verb.DEPART, Verb.ARRIVE, Verb.LEAVE, Verb.ARREST, Verb.FIND_NOBODY),
            "engaged", Set.of(Verb.ASSIGN, Verb.DEPART, Verb.ARRIVE, Verb.LEAVE, Verb.ASK_FOR_ASSISTANCE),
            "engaged, attended",
                    Set.of(
                            Verb.ASSIGN,
                            Verb.DEPART,
                            Verb.ARRIVE,
                            Verb.LEAVE,
                            Verb.ASK_FOR_ASSISTANCE,
                            Verb.ARREST,
                            Verb.FIND_NOBODY),
            "RESOLVED by ARRESTED", Set.of(Verb.REFER, Verb.REOPEN),
            "RESOLVED by NOT_FOUND", Set.of(Verb.REOPEN),
            "REFERRED", Set.of());

    @Property(tries = 500)
    void offersExactlyTheLegalTransitions(@ForAll @Size(max = 20) List<Verb> verbs) {
        // Given
        var incident = open();

        for (var verb : verbs) {
            var before = incident.state();
            if (isLegal(verb, incident)) {
                // When
                verb.on(incident);
                // Then
                assertThat(incident.state().attended()).isIn(before.attended(), true);
                if (verb == Verb.ASSIGN || !(incident.state() instanceof IncidentState.Engaged)) {
                    assertThat(incident.assistanceAskedAt()).isNull();
                }
            } else {
                // When // Then
                assertThatThrownBy(() -> verb.on(incident))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                problem -> assertThat(problem.type().status()).isEqualTo(409));
                assertThat(incident.state()).isEqualTo(before);
            }
        }
    }

    @Property(tries = 500)
    void hasAnOutcomeOnlyWhenAUnitHasBeenOnTheScene(@ForAll @Size(max = 20) List<Verb> verbs) {
        // Given
        var incident = open();
        boolean arrived = false;

        // When
        for (var verb : verbs) {
            if (isLegal(verb, incident)) {
                verb.on(incident);
                arrived |= verb == Verb.ARRIVE;
            }
        }

        // Then
        assertThat(incident.state().attended()).isEqualTo(arrived);
        assertThat(incident.outcome().isPresent()).isIn(false, arrived);
    }

    @Example
    void isOfMiddleSeverityWhenNobodyJudgedIt() {
        // When
        var incident = Incident.open(IdGenerator.next(), verdict(null), NOW);

        // Then
        assertThat(incident.offence().severity()).isEqualTo(2);
    }

    @Example
    void asksForMoreWhereTheNextVerdictIsGraverAndNeverForLess() {
        // Given
        var incident = open();
        assertThat(incident.alarmLevel()).isEqualTo(1);

        // When // Then
        incident.verdictReachedAgain(verdict(4));
        assertThat(incident.alarmLevel()).isEqualTo(2);

        // When // Then: a dispatcher asked for everything
        incident.classify(incident.type(), 3);
        incident.verdictReachedAgain(verdict(4));
        assertThat(incident.alarmLevel()).isEqualTo(3);
    }

    private static VerdictReached verdict(@Nullable Integer severity) {
        var judged = Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE);
        return new VerdictReached(
                judged.dossierId(),
                judged.verdictId(),
                judged.jurisdiction(),
                judged.verdict(),
                severity,
                null,
                null,
                null,
                null,
                null,
                judged.proposedAt(),
                judged.confirmedAt());
    }

    private static boolean isLegal(Verb verb, Incident incident) {
        boolean withdrawn = incident.verdictWithdrawnAt() != null;
        return switch (verb) {
            // It can be withdrawn at any time: that is decided elsewhere.
            case WITHDRAW_VERDICT -> true;
            case CANCEL -> withdrawn && incident.state() instanceof IncidentState.Open;
            case ASSIGN -> !withdrawn && isListed(verb, incident);
            default -> isListed(verb, incident);
        };
    }

    private static boolean isListed(Verb verb, Incident incident) {
        return LEGAL.getOrDefault(nameOf(incident.state()), Set.of()).contains(verb);
    }

    private static Incident open() {
        return Incident.open(IdGenerator.next(), Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE), NOW);
    }

    private static Outcome outcome(OutcomeKind kind, int persons) {
        return new Outcome(kind, persons, "told by radio", NOW, "officer", null);
    }

    private static String nameOf(IncidentState state) {
        return switch (state) {
            case IncidentState.Open open -> "OPEN" + (open.attended() ? ", attended" : "");
            case IncidentState.Engaged engaged -> "engaged" + (engaged.attended() ? ", attended" : "");
            case IncidentState.Resolved(Outcome outcome) -> "RESOLVED by " + outcome.kind();
            case IncidentState other -> other.name().name();
        };
    }
}
