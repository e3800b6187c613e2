package ma.balagh.intake.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The table report_unsettled: reports that something changed for, which they are to be told of later. */
@ApplicationScoped
class UnsettledReportRepository {

    /** @param receiptChanged what its receipt tells of another case has changed */
    record Unsettled(UUID reportId, boolean receiptChanged) {}

    private final Session session;

    UnsettledReportRepository(Session session) {
        this.session = session;
    }

    void add(Collection<UUID> reportIds, boolean receiptChanged) {
        session.createNativeMutationQuery("""
                        insert into report_unsettled (report_id, receipt_changed)
                        select unnest(cast(:reports as uuid[])), :receiptChanged
                        on conflict (report_id) do update
                        set receipt_changed = report_unsettled.receipt_changed or excluded.receipt_changed
                        """)
                .setParameter("reports", reportIds.toArray(UUID[]::new))
                .setParameter("receiptChanged", receiptChanged)
                .executeUpdate();
    }

    /** Takes some of them, in the order of their ids: they are told when the transaction ends. */
    List<Unsettled> take(int most) {
        return session.createNativeQuery("""
                        with taken as (
                            delete from report_unsettled where report_id in (
                                select report_id from report_unsettled order by report_id limit :most
                                for update skip locked)
                            returning report_id, receipt_changed)
                        select report_id, receipt_changed from taken order by report_id
                        """, Tuple.class).setParameter("most", most).getResultList().stream()
                .map(row -> new Unsettled(row.get("report_id", UUID.class), row.get("receipt_changed", Boolean.class)))
                .toList();
    }
}
