package ma.balagh.dispatch.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import ma.balagh.contracts.IdGenerator;
import org.hibernate.Session;

/** The table {@code stage_export}: who took samples with them. */
@ApplicationScoped
class StageExportRepository {

    private final Session session;

    StageExportRepository(Session session) {
        this.session = session;
    }

    void note(ExportedFigures figures, Enum<?> stage, StatisticsPeriod period, int samples, String by, Instant at) {
        session.createNativeMutationQuery("""
                        insert into stage_export (id, exported_by, exported_at, figures, stage, period_from, period_to,
                                                  jurisdiction, incident_type, samples)
                        values (:id, :by, :at, :figures, :stage, :from, :to, :jurisdiction, :incidentType, :samples)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("by", by)
                .setParameter("at", at)
                .setParameter("figures", figures.name())
                .setParameter("stage", stage.name())
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("jurisdiction", period.jurisdiction(), String.class)
                .setParameter("incidentType", period.typeName(), String.class)
                .setParameter("samples", samples)
                .executeUpdate();
    }
}
