package ma.balagh.analysis.dossier;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one alleged event. A verb returns the dossier as it is afterwards, or refuses with a 409 problem;
 * {@link Dossiers#save} writes it.
 *
 * @param jurisdiction of the first report; later reports from elsewhere do not move it
 * @param ready whether every examination of its evidence has ended, so that a person can judge
 * @param readyAt when that was so for the first time: evidence that comes in later does not move it; null before that
 */
public record Dossier(
        UUID id,
        String jurisdiction,
        Compartment compartment,
        Lifecycle lifecycle,
        Instant openedAt,
        boolean ready,
        @Nullable Instant readyAt) {

    private static final String WAS_JOINED = "it was joined to another one";

    public static Dossier open(UUID id, String jurisdiction, Instant at) {
        return new Dossier(id, jurisdiction, Compartment.COMMON, new Lifecycle.Open(), at, false, null);
    }

    public Dossier propose(UUID proposalId, Instant at) {
        return switch (lifecycle) {
            case Lifecycle.Open open -> in(open.propose(proposalId, at), compartment);
            case Lifecycle.Proposed proposed -> throw illegal("a proposal waits for its decision already");
            case Lifecycle.Concluded concluded -> throw illegal("it is concluded");
            case Lifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    /** Concludes it; misconduct moves it into the compartment of internal affairs, for good. */
    public Dossier conclude(UUID proposalId, UUID verdictId, Verdict verdict, Instant at) {
        Compartment next = verdict == Verdict.POLICE_MISCONDUCT ? Compartment.INTERNAL_AFFAIRS : compartment;
        return in(pending(proposalId).confirm(verdictId, verdict, at), next);
    }

    /** The proposal was refused: another one may be made. */
    public Dossier refuse(UUID proposalId) {
        return in(pending(proposalId).refuse(), compartment);
    }

    /** A verdict stands no longer. */
    public Dossier reopen() {
        return in(concluded().reopen(), compartment);
    }

    /** The verdict that may be withdrawn. What internal affairs inquire into ends with their finding. */
    public Lifecycle.Concluded concluded() {
        return switch (lifecycle) {
            case Lifecycle.Concluded concluded when compartment == Compartment.COMMON -> concluded;
            case Lifecycle.Concluded misconduct ->
                throw illegal("its inquiry ends with the finding of internal affairs");
            case Lifecycle.Open open -> throw illegal("it is open");
            case Lifecycle.Proposed proposed -> throw illegal("it is not concluded");
            case Lifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    /** Empty from now on: everything that stood in it stands in another one. */
    public Dossier join() {
        return new Dossier(id, jurisdiction, compartment, undecided().join(), openedAt, false, readyAt);
    }

    /** What people judge, or have judged, is not changed under their eyes: only an open dossier gains or loses evidence. */
    public void requireOpen() {
        undecided();
    }

    private Lifecycle.Open undecided() {
        return switch (lifecycle) {
            case Lifecycle.Open open -> open;
            case Lifecycle.Proposed proposed -> throw illegal("a proposal waits for its decision, which comes first");
            case Lifecycle.Concluded concluded ->
                throw illegal("it is concluded and would have to be opened again first");
            case Lifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    /** What is concluded, or gone into another one, waits for nobody: no urgency of it can be changed. */
    public void requireWaiting() {
        switch (lifecycle) {
            case Lifecycle.Open open -> {}
            case Lifecycle.Proposed proposed -> {}
            case Lifecycle.Concluded concluded -> throw illegal("it is concluded");
            case Lifecycle.Joined joined -> throw illegal(WAS_JOINED);
        }
    }

    /** When what joins now does: after the conclusion at any rate, whatever another replica's clock said then. */
    Instant timeOfJoining(Instant now) {
        return lifecycle instanceof Lifecycle.Concluded concluded && !now.isAfter(concluded.concludedAt())
                ? concluded.concludedAt().plusMillis(1)
                : now;
    }

    Dossier awaitingExaminations() {
        return new Dossier(id, jurisdiction, compartment, lifecycle, openedAt, false, readyAt);
    }

    /** It may have been ready before: the first time counts. */
    Dossier readyForAPerson(Instant at) {
        Instant first = readyAt == null ? at : readyAt;
        return new Dossier(id, jurisdiction, compartment, lifecycle, openedAt, true, first);
    }

    private Lifecycle.Proposed pending(UUID proposalId) {
        return switch (lifecycle) {
            case Lifecycle.Proposed proposed when proposed.proposalId().equals(proposalId) -> proposed;
            case Lifecycle.Proposed proposed -> throw illegal("another proposal waits for its decision");
            case Lifecycle.Open open -> throw illegal("no proposal waits for a decision");
            case Lifecycle.Concluded concluded -> throw illegal("it is concluded");
            case Lifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    private Dossier in(Lifecycle next, Compartment nextCompartment) {
        return new Dossier(id, jurisdiction, nextCompartment, next, openedAt, ready, readyAt);
    }

    private ProblemException illegal(String why) {
        return AnalysisProblem.ILLEGAL_TRANSITION.because("dossier " + id + ": " + why);
    }
}
