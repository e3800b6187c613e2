package ma.balagh.analysis.dossier;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import ma.balagh.analysis.AnalysisProblem;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one alleged event. A verb changes it, or refuses with a 409 problem. Its order in lists, which follows
 * from its urgency, is not part of it.
 */
@Entity
public class Dossier {

    private static final String WAS_JOINED = "it was joined to another one";

    @Id
    @Column(name = "dossier_id")
    private UUID id;

    private String jurisdiction;

    @Enumerated(EnumType.STRING)
    private Compartment compartment;

    @Enumerated(EnumType.STRING)
    private DossierState state;

    private DossierLifecycle.@Nullable Proposed proposed;
    private DossierLifecycle.@Nullable Concluded concluded;
    private Instant openedAt;
    private boolean ready;
    private @Nullable Instant readyAt;

    protected Dossier() {}

    public static Dossier open(UUID id, String jurisdiction, Instant at) {
        var dossier = new Dossier();
        dossier.id = id;
        dossier.jurisdiction = jurisdiction;
        dossier.compartment = Compartment.COMMON;
        dossier.openedAt = at;
        dossier.become(new DossierLifecycle.Open());
        return dossier;
    }

    /** How far it has come. */
    public DossierLifecycle lifecycle() {
        return switch (state) {
            case OPEN -> new DossierLifecycle.Open();
            case PROPOSED -> requireNonNull(proposed);
            case CONCLUDED -> requireNonNull(concluded);
            case JOINED -> new DossierLifecycle.Joined();
        };
    }

    private void become(DossierLifecycle next) {
        state = next.state();
        proposed = next instanceof DossierLifecycle.Proposed waiting ? waiting : null;
        concluded = next instanceof DossierLifecycle.Concluded over ? over : null;
    }

    public void propose(UUID proposalId, Instant at) {
        become(
                switch (lifecycle()) {
                    case DossierLifecycle.Open open -> open.propose(proposalId, at);
                    case DossierLifecycle.Proposed waiting ->
                        throw illegal("a proposal waits for its decision already");
                    case DossierLifecycle.Concluded over -> throw illegal("it is concluded");
                    case DossierLifecycle.Joined joined -> throw illegal(WAS_JOINED);
                });
    }

    /** Concludes it; misconduct moves it into the compartment of internal affairs, for good. */
    public void conclude(UUID proposalId, UUID verdictId, Verdict verdict, Instant at) {
        become(pending(proposalId).confirm(verdictId, verdict, at));
        if (verdict == Verdict.POLICE_MISCONDUCT) {
            compartment = Compartment.INTERNAL_AFFAIRS;
        }
    }

    /** The proposal was refused: another one may be made. */
    public void refuse(UUID proposalId) {
        become(pending(proposalId).refuse());
    }

    /** Its verdict is withdrawn. */
    public void reopen() {
        become(concluded().reopen());
    }

    /** The verdict that may be withdrawn. What internal affairs inquire into ends with their finding. */
    public DossierLifecycle.Concluded concluded() {
        return switch (lifecycle()) {
            case DossierLifecycle.Concluded over when compartment == Compartment.COMMON -> over;
            case DossierLifecycle.Concluded misconduct ->
                throw illegal("its inquiry ends with the finding of internal affairs");
            case DossierLifecycle.Open open -> throw illegal("it is open");
            case DossierLifecycle.Proposed waiting -> throw illegal("it is not concluded");
            case DossierLifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    /** Empty from now on: everything that stood in it stands in another one. */
    public void join() {
        become(undecided().join());
        ready = false;
    }

    /** What people judge, or have judged, is not changed under their eyes: only an open dossier gains or loses evidence. */
    public void requireOpen() {
        undecided();
    }

    private DossierLifecycle.Open undecided() {
        return switch (lifecycle()) {
            case DossierLifecycle.Open open -> open;
            case DossierLifecycle.Proposed waiting ->
                throw illegal("a proposal waits for its decision, which comes first");
            case DossierLifecycle.Concluded over ->
                throw illegal("it is concluded and would have to be opened again first");
            case DossierLifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    /** What is concluded, or gone into another one, waits for nobody: no urgency of it can be changed. */
    public void requireWaiting() {
        switch (lifecycle()) {
            case DossierLifecycle.Open open -> {}
            case DossierLifecycle.Proposed waiting -> {}
            case DossierLifecycle.Concluded over -> throw illegal("it is concluded");
            case DossierLifecycle.Joined joined -> throw illegal(WAS_JOINED);
        }
    }

    /** When what joins now does: after the conclusion at any rate, whatever another replica's clock said then. */
    Instant timeOfJoining(Instant now) {
        return lifecycle() instanceof DossierLifecycle.Concluded over && !now.isAfter(over.concludedAt())
                ? over.concludedAt().plusMillis(1)
                : now;
    }

    void awaitExaminations() {
        ready = false;
    }

    /** It may have been ready before: the first time counts. */
    void readyForAPerson(Instant at) {
        ready = true;
        if (readyAt == null) {
            readyAt = at;
        }
    }

    private DossierLifecycle.Proposed pending(UUID proposalId) {
        return switch (lifecycle()) {
            case DossierLifecycle.Proposed waiting when waiting.proposalId().equals(proposalId) -> waiting;
            case DossierLifecycle.Proposed waiting -> throw illegal("another proposal waits for its decision");
            case DossierLifecycle.Open open -> throw illegal("no proposal waits for a decision");
            case DossierLifecycle.Concluded over -> throw illegal("it is concluded");
            case DossierLifecycle.Joined joined -> throw illegal(WAS_JOINED);
        };
    }

    public UUID id() {
        return id;
    }

    /** That of the first report; later reports from elsewhere do not move it. */
    public String jurisdiction() {
        return jurisdiction;
    }

    public Compartment compartment() {
        return compartment;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Whether every examination of its evidence has ended, so that a person can judge. */
    public boolean ready() {
        return ready;
    }

    /** When that was so for the first time: evidence that comes in later does not move it; null before that. */
    public @Nullable Instant readyAt() {
        return readyAt;
    }

    private ProblemException illegal(String why) {
        return AnalysisProblem.ILLEGAL_TRANSITION.because("dossier " + id + ": " + why);
    }
}
