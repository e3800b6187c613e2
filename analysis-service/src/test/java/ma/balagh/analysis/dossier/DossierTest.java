package ma.balagh.analysis.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.contracts.IdGenerator;
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
    private static final UUID PROPOSAL = IdGenerator.next();

    private final Dossier open = Dossier.open(IdGenerator.next(), "MA-CAS", NOW);

    /** Everything that can be tried on a dossier. */
    enum Verb {
        PROPOSE(dossier -> dossier.propose(PROPOSAL, NOW)),
        CONFIRM(dossier -> dossier.conclude(PROPOSAL, IdGenerator.next(), Verdict.FALSE_REPORT, NOW)),
        CONFIRM_MISCONDUCT(dossier -> dossier.conclude(PROPOSAL, IdGenerator.next(), Verdict.POLICE_MISCONDUCT, NOW)),
        REFUSE(dossier -> dossier.refuse(PROPOSAL)),
        CONFIRM_ANOTHER(dossier -> dossier.conclude(IdGenerator.next(), IdGenerator.next(), Verdict.FALSE_REPORT, NOW)),
        REOPEN(Dossier::reopen),
        JOIN(Dossier::join),
        AWAIT(Dossier::awaitExaminations),
        READY(dossier -> dossier.readyForAPerson(NOW));

        private final Consumer<Dossier> effect;

        Verb(Consumer<Dossier> effect) {
            this.effect = effect;
        }
    }

    @Example
    void isConcludedOnlyThroughAProposal() {
        assertIllegal(open, Verb.CONFIRM);
        assertIllegal(open, Verb.REFUSE);
        open.propose(PROPOSAL, NOW);
        open.conclude(PROPOSAL, IdGenerator.next(), Verdict.KNOWN_CASE, NOW);
        assertThat(open.lifecycle().state()).isEqualTo(DossierState.CONCLUDED);
    }

    @Example
    void takesOneProposalAtATime() {
        open.propose(PROPOSAL, NOW);
        assertIllegal(open, Verb.PROPOSE);
        assertIllegal(open, Verb.CONFIRM_ANOTHER);
    }

    @Example
    void isOpenAgainAfterARefusal() {
        open.propose(PROPOSAL, NOW);
        open.refuse(PROPOSAL);
        assertThat(open.lifecycle()).isEqualTo(new DossierLifecycle.Open());
    }

    @Example
    void isJoinedAfterItsConclusionWhateverTheClockOfAnotherReplicaSays() {
        assertThat(open.timeOfJoining(NOW)).isEqualTo(NOW);
        open.propose(PROPOSAL, NOW);
        open.conclude(PROPOSAL, IdGenerator.next(), Verdict.POLICE_MISCONDUCT, NOW.plusSeconds(5));
        assertThat(open.timeOfJoining(NOW)).isAfter(NOW.plusSeconds(5));
        assertThat(open.timeOfJoining(NOW.plusSeconds(5))).isAfter(NOW.plusSeconds(5));
        assertThat(open.timeOfJoining(NOW.plusSeconds(6))).isEqualTo(NOW.plusSeconds(6));
    }

    @Property
    void staysConcludedInItsCompartmentWhateverIsTried(@ForAll("attempts") List<Verb> attempts) {
        // When
        Dossier dossier = Dossier.open(IdGenerator.next(), "MA-CAS", NOW);
        for (Verb verb : attempts) {
            DossierLifecycle before = dossier.lifecycle();
            Compartment compartment = dossier.compartment();
            attempt(dossier, verb);

            // Then
            if (before instanceof DossierLifecycle.Concluded && !isWithdrawn(compartment, verb)) {
                assertThat(dossier.lifecycle()).isEqualTo(before);
            }
            if (before instanceof DossierLifecycle.Joined) {
                assertThat(dossier.lifecycle()).isEqualTo(before);
            }
            if (compartment == Compartment.INTERNAL_AFFAIRS) {
                assertThat(dossier.compartment()).isEqualTo(Compartment.INTERNAL_AFFAIRS);
            }
            boolean misconduct = dossier.lifecycle() instanceof DossierLifecycle.Concluded concluded
                    && concluded.verdict() == Verdict.POLICE_MISCONDUCT;
            assertThat(dossier.compartment() == Compartment.INTERNAL_AFFAIRS).isEqualTo(misconduct);
        }
    }

    /** Only a verdict outside of internal affairs can be. */
    private static boolean isWithdrawn(Compartment compartment, Verb verb) {
        return verb == Verb.REOPEN && compartment == Compartment.COMMON;
    }

    @Provide
    Arbitrary<List<Verb>> attempts() {
        return Arbitraries.of(Verb.class).list().ofMaxSize(20);
    }

    private static void attempt(Dossier dossier, Verb verb) {
        try {
            verb.effect.accept(dossier);
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(AnalysisProblem.ILLEGAL_TRANSITION);
        }
    }

    private static void assertIllegal(Dossier dossier, Verb verb) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> verb.effect.accept(dossier))
                .matches(problem -> problem.type() == AnalysisProblem.ILLEGAL_TRANSITION);
    }
}
