package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The evidence that was judged as misconduct: of the staff, internal affairs alone see it, whichever report it stands in. */
@ApplicationScoped
public class EvidenceCompartment {

    private final Jdbi jdbi;

    EvidenceCompartment(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For good; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hide(Collection<UUID> ids) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update evidence set hidden = true
                        where id in (select id from evidence where id = any(:ids) and not hidden order by id
                                     for no key update)
                        """).bindArray("ids", UUID.class, ids).execute());
    }
}
