package ma.balagh.dispatch.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import ma.balagh.contracts.IdGenerator;
import org.hibernate.Session;

/** The table {@code desk_export}: who took the commander's desk with them. */
@ApplicationScoped
class DeskExportRepository {

    private final Session session;

    DeskExportRepository(Session session) {
        this.session = session;
    }

    void note(DeskFileFormat format, String by, Instant at) {
        session.createNativeMutationQuery("""
                        insert into desk_export (id, exported_by, exported_at, format)
                        values (:id, :by, :at, :format)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("by", by)
                .setParameter("at", at)
                .setParameter("format", format.name())
                .executeUpdate();
    }
}
