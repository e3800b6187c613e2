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

class IncidentTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    /** Everything that can be asked of an incident. */
    enum Verb {
        ASSIGN(Incident::assign),
        DEPART(Incident::depart),
        ARRIVE(Incident::arrive),
        WITHDRAW(Incident::withdraw),
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
            "Open", Set.of(Verb.ASSIGN),
            "OpenAgain", Set.of(Verb.ASSIGN, Verb.ARREST, Verb.FIND_NOBODY),
            "Assigned", Set.of(Verb.DEPART, Verb.WITHDRAW),
            "EnRoute", Set.of(Verb.ARRIVE, Verb.WITHDRAW),
            "OnScene", Set.of(Verb.WITHDRAW, Verb.ARREST, Verb.FIND_NOBODY),
            "Resolved by ARRESTED", Set.of(Verb.REFER),
            "Resolved by NOT_FOUND", Set.of(),
            "Referred", Set.of());

    /** Those of a state after the verdict was withdrawn, where they differ. */
    private static final Map<String, Set<Verb>> LEGAL_WITHOUT_VERDICT = Map.of(
            "Open", Set.of(Verb.CANCEL),
            "OpenAgain", Set.of(Verb.CANCEL, Verb.ARREST, Verb.FIND_NOBODY),
            "Cancelled", Set.of());

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
        // Given
        var judged = Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE);
        var unjudged = new VerdictReached(
                judged.dossierId(),
                judged.verdictId(),
                judged.jurisdiction(),
                judged.verdict(),
                null,
                null,
                null,
                null,
                null,
                null,
                judged.proposedAt(),
                judged.confirmedAt());

        // When
        var incident = Incident.open(IdGenerator.next(), unjudged, NOW);

        // Then
        assertThat(incident.severity()).isEqualTo(2);
    }

    private static boolean isLegal(Verb verb, Incident incident) {
        var state = nameOf(incident.state());
        var standing = LEGAL.getOrDefault(state, Set.of());
        var legal =
                incident.verdictWithdrawnAt() == null ? standing : LEGAL_WITHOUT_VERDICT.getOrDefault(state, standing);
        // It can be withdrawn at any time: that is decided elsewhere.
        return verb == Verb.WITHDRAW_VERDICT || legal.contains(verb);
    }

    private static Incident open() {
        return Incident.open(IdGenerator.next(), Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE), NOW);
    }

    private static Outcome outcome(OutcomeKind kind, int persons) {
        return new Outcome(kind, persons, "told by radio", NOW, "officer");
    }

    private static String nameOf(IncidentState state) {
        var name = state.getClass().getSimpleName();
        return state instanceof IncidentState.Resolved(Outcome outcome) ? name + " by " + outcome.kind() : name;
    }
}
