package ma.balagh.analysis.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.contracts.Ids;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.ProblemException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DossierTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final UUID PROPOSAL = Ids.next();

    private final Dossier open = Dossier.open(Ids.next(), "MA-CAS", NOW);

    /** Everything that can be tried on a dossier. */
    enum Verb {
        PROPOSE(dossier -> dossier.propose(PROPOSAL, NOW)),
        CONFIRM(dossier -> dossier.conclude(PROPOSAL, Ids.next(), Verdict.FALSE_REPORT, NOW)),
        CONFIRM_MISCONDUCT(dossier -> dossier.conclude(PROPOSAL, Ids.next(), Verdict.POLICE_MISCONDUCT, NOW)),
        REFUSE(dossier -> dossier.refuse(PROPOSAL)),
        CONFIRM_ANOTHER(dossier -> dossier.conclude(Ids.next(), Ids.next(), Verdict.FALSE_REPORT, NOW)),
        REOPEN(Dossier::reopen),
        JOIN(Dossier::join),
        AWAIT(Dossier::awaitingExaminations),
        READY(dossier -> dossier.readyForAPerson(NOW));

        private final UnaryOperator<Dossier> effect;

        Verb(UnaryOperator<Dossier> effect) {
            this.effect = effect;
        }
    }

    @Example
    void isConcludedOnlyThroughAProposal() {
        assertIllegal(open, Verb.CONFIRM);
        assertIllegal(open, Verb.REFUSE);
        assertThat(open.propose(PROPOSAL, NOW)
                        .conclude(PROPOSAL, Ids.next(), Verdict.KNOWN_CASE, NOW)
                        .lifecycle()
                        .state())
                .isEqualTo(DossierState.CONCLUDED);
    }

    @Example
    void takesOneProposalAtATime() {
        assertIllegal(open.propose(PROPOSAL, NOW), Verb.PROPOSE);
        assertIllegal(open.propose(PROPOSAL, NOW), Verb.CONFIRM_ANOTHER);
    }

    @Example
    void isOpenAgainAfterARefusal() {
        assertThat(open.propose(PROPOSAL, NOW).refuse(PROPOSAL).lifecycle()).isEqualTo(new Lifecycle.Open());
    }

    @Example
    void isJoinedAfterItsConclusionWhateverTheClockOfAnotherReplicaSays() {
        Dossier concluded = open.propose(PROPOSAL, NOW)
                .conclude(PROPOSAL, Ids.next(), Verdict.POLICE_MISCONDUCT, NOW.plusSeconds(5));
        assertThat(open.timeOfJoining(NOW)).isEqualTo(NOW);
        assertThat(concluded.timeOfJoining(NOW)).isAfter(NOW.plusSeconds(5));
        assertThat(concluded.timeOfJoining(NOW.plusSeconds(5))).isAfter(NOW.plusSeconds(5));
        assertThat(concluded.timeOfJoining(NOW.plusSeconds(6))).isEqualTo(NOW.plusSeconds(6));
    }

    @Property
    void staysConcludedInItsCompartmentWhateverIsTried(@ForAll("attempts") List<Verb> attempts) {
        // When
        Dossier dossier = open;
        for (Verb verb : attempts) {
            Dossier before = dossier;
            dossier = attempt(before, verb);

            // Then
            if (before.lifecycle() instanceof Lifecycle.Concluded && !isWithdrawn(before, verb)) {
                assertThat(dossier.lifecycle()).isEqualTo(before.lifecycle());
            }
            if (before.lifecycle() instanceof Lifecycle.Joined) {
                assertThat(dossier.lifecycle()).isEqualTo(before.lifecycle());
            }
            if (before.compartment() == Compartment.INTERNAL_AFFAIRS) {
                assertThat(dossier.compartment()).isEqualTo(Compartment.INTERNAL_AFFAIRS);
            }
            boolean misconduct = dossier.lifecycle() instanceof Lifecycle.Concluded concluded
                    && concluded.verdict() == Verdict.POLICE_MISCONDUCT;
            assertThat(dossier.compartment() == Compartment.INTERNAL_AFFAIRS).isEqualTo(misconduct);
        }
    }

    /** Only a verdict outside of internal affairs can be. */
    private static boolean isWithdrawn(Dossier dossier, Verb verb) {
        return verb == Verb.REOPEN && dossier.compartment() == Compartment.COMMON;
    }

    @Provide
    Arbitrary<List<Verb>> attempts() {
        return Arbitraries.of(Verb.class).list().ofMaxSize(20);
    }

    private static Dossier attempt(Dossier dossier, Verb verb) {
        try {
            return verb.effect.apply(dossier);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(AnalysisProblem.ILLEGAL_TRANSITION);
            return dossier;
        }
    }

    private static void assertIllegal(Dossier dossier, Verb verb) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verb.effect.apply(dossier))
                .matches(problem -> problem.type() == AnalysisProblem.ILLEGAL_TRANSITION);
    }
}
