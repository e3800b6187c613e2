package ma.balagh.analysis.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import ma.balagh.analysis.consultation.DossierBacklog.Waiting;
import org.hibernate.Session;

/** Counts the dossiers that wait, over the tables {@code dossier} and {@code reopening_proposal}. */
@ApplicationScoped
class DossierBacklogRepository {

    private final Session session;

    DossierBacklogRepository(Session session) {
        this.session = session;
    }

    DossierBacklog count(Instant now) {
        var open = session.createNativeQuery("""
                        select count(*) filter (where state = 'OPEN' and not ready) as examining,
                               count(*) filter (where state = 'OPEN' and not ready and look_by < :now)
                                   as examining_overdue,
                               min(opened_at) filter (where state = 'OPEN' and not ready) as examining_since,
                               count(*) filter (where state = 'OPEN' and ready) as propose,
                               count(*) filter (where state = 'OPEN' and ready and look_by < :now) as propose_overdue,
                               min(ready_at) filter (where state = 'OPEN' and ready) as propose_since,
                               count(*) filter (where state = 'PROPOSED') as confirm,
                               count(*) filter (where state = 'PROPOSED' and look_by < :now) as confirm_overdue,
                               min(proposed_at) as confirm_since
                        from dossier where state in ('OPEN', 'PROPOSED')
                        """, Tuple.class)
                .setParameter("now", now)
                .getSingleResult();
        var reopening = session.createNativeQuery("""
                        select count(*) as reopening, cast(0 as bigint) as reopening_overdue,
                               min(proposed_at) as reopening_since
                        from reopening_proposal where decision is null
                        """, Tuple.class).getSingleResult();
        return new DossierBacklog(
                now,
                waiting(open, "examining"),
                waiting(open, "propose"),
                waiting(open, "confirm"),
                waiting(reopening, "reopening"));
    }

    private static Waiting waiting(Tuple row, String name) {
        return new Waiting(
                row.get(name, Long.class),
                row.get(name + "_overdue", Long.class),
                row.get(name + "_since", Instant.class));
    }
}
