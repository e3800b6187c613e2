package ma.balagh.intake.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * The chains of all evidence, and of what internal affairs did with it. Appends in the transaction of the recorded
 * change.
 */
@ApplicationScoped
public class CustodyService {

    /**
     * The key in a detail that names the only role that may read the entry. Such an entry goes to the evidence's chain of
     * the compartment, so that the ordinary chain is the same as if nothing had happened.
     */
    public static final String COMPARTMENT = "compartment";

    /** The only role that it names. */
    public static final String INTERNAL_AFFAIRS = Roles.INTERNAL_AFFAIRS;

    private final CustodyRepository repository;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    CustodyService(CustodyRepository repository, ServiceWorkRunner serviceWork, Clock clock) {
        this.repository = repository;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** Appends an entry to an evidence's chain; concurrent ones come one after the other. */
    @Transactional
    public void append(UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        // An entry follows from the last one, whoever may read that, and is noted for the next anchor.
        serviceWork.run(() -> appendLocked(evidenceId, actor, action, detail));
    }

    private void appendLocked(UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        if (detail.containsKey(COMPARTMENT)) {
            var named = new TreeMap<>(detail);
            named.put("evidenceId", evidenceId.toString());
            appendTo(repository.lockCompartment(evidenceId), actor, action, named);
        } else {
            repository.lock(evidenceId);
            appendTo(evidenceId, actor, action, detail);
        }
    }

    /** Holds an evidence's chains until the transaction ends: nobody else appends to them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(UUID evidenceId) {
        repository.lock(evidenceId);
    }

    /** The first entry of evidence that came into being in this transaction, so that nobody else can append to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(UUID evidenceId, String actor, CustodyAction action, Map<String, String> detail) {
        serviceWork.run(
                () -> repository.insert(CustodyEntry.first(evidenceId, clock.instant(), actor, action, detail)));
    }

    /** Records that the bytes are no longer those that were secured; once, however often it is noticed. */
    @Transactional
    public void damaged(UUID evidenceId, String actor, Map<String, String> detail) {
        serviceWork.run(() -> {
            repository.lock(evidenceId);
            if (!repository.isDamaged(evidenceId)) {
                append(evidenceId, actor, CustodyAction.DAMAGED, detail);
            }
        });
    }

    /** Records that the bytes are those that were secured; nothing unless they were found damaged. */
    @Transactional
    public void restored(UUID evidenceId, String actor, Map<String, String> detail) {
        serviceWork.run(() -> {
            repository.lock(evidenceId);
            if (repository.isDamaged(evidenceId)) {
                append(evidenceId, actor, CustodyAction.RESTORED, detail);
            }
        });
    }

    /**
     * A part of a chain, oldest first.
     *
     * @param chainId an evidence's id, or that of a compartment's chain
     * @param after sequence of the entry before; 0 for the first one
     * @param newest sequence of the last entry that is wanted
     */
    @Transactional
    public List<CustodyEntry> page(UUID chainId, int after, int newest, int limit) {
        return repository.page(chainId, after, newest, limit);
    }

    /** The sequence of a chain's newest entry; 0 where there is none. */
    @Transactional
    public int newest(UUID chainId) {
        return repository.newest(chainId);
    }

    /** The chain of what internal affairs did with an evidence; absent until they do something. */
    @Transactional
    public Optional<UUID> compartment(UUID evidenceId) {
        return repository.compartment(evidenceId);
    }

    private void appendTo(UUID chainId, String actor, CustodyAction action, Map<String, String> detail) {
        Instant now = clock.instant();
        CustodyEntry entry = repository
                .last(chainId)
                .map(last -> last.next(now, actor, action, detail))
                .orElseGet(() -> CustodyEntry.first(chainId, now, actor, action, detail));
        repository.insert(entry);
    }
}
