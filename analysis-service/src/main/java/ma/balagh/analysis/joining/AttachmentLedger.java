package ma.balagh.analysis.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.analysis.dossier.Sight;
import ma.balagh.analysis.report.ReportSight;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;

/** Where reports stand that somebody attaches to a dossier, and putting them there. */
@ApplicationScoped
class AttachmentLedger {

    private static final GenericType<List<UUID>> IDS = new GenericType<>() {};

    /**
     * Where a report stands, as far as it exists for the caller.
     *
     * @param there whether it stands in the dossier already
     * @param answered whether its reporter was told how it ended
     * @param judged whether a verdict stands, or waits for its decision, in a dossier that it stands in
     * @param shared whether it stands in another dossier with what is not attached, or that the caller does not see
     * @param alone other dossiers that hold nothing but what is attached
     */
    record Standing(UUID reportId, boolean there, boolean answered, boolean judged, boolean shared, List<UUID> alone) {

        private static final Standing UNKNOWN = new Standing(new UUID(0, 0), false, false, false, false, List.of());

        static Standing of(Map<UUID, Standing> standings, UUID reportId) {
            return standings.getOrDefault(reportId, UNKNOWN);
        }

        /** Why it cannot be attached. */
        Optional<Violation> obstacle(String field) {
            if (this == UNKNOWN) {
                return Optional.of(
                        new Violation(field, ViolationCode.NOT_FOUND, "does not exist or is not yours to see"));
            }
            if (there) {
                return Optional.empty();
            }
            if (judged) {
                return Optional.of(new Violation(
                        field, ViolationCode.JUDGED, "stands in a dossier that people judge or have judged"));
            }
            if (answered) {
                return Optional.of(new Violation(field, ViolationCode.ANSWERED, "is answered already"));
            }
            return shared
                    ? Optional.of(new Violation(
                            field, ViolationCode.SHARED, "stands in a dossier with others: that one is to be joined"))
                    : Optional.empty();
        }
    }

    private final Jdbi jdbi;

    AttachmentLedger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps everybody else from placing these reports before the transaction ends. */
    void lock(Collection<UUID> reportIds) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select report_id from placement where report_id = any(:ids) order by report_id for update")
                .bindArray("ids", UUID.class, reportIds)
                .mapTo(UUID.class)
                .list());
    }

    List<UUID> openDossiersOf(Collection<UUID> reportIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct dossier_id from dossier_report join dossier using (dossier_id)
                        where report_id = any(:ids) and state = 'OPEN'
                        """)
                .bindArray("ids", UUID.class, reportIds)
                .mapTo(UUID.class)
                .list());
    }

    /** Of those that exist for that sight. */
    Map<UUID, Standing> standings(UUID dossierId, Collection<UUID> reportIds, Sight sight, ReportSight reportSight) {
        return jdbi.withHandle(handle -> reportSight
                .bindTo(sight.bindTo(handle.createQuery(
                        """
                        with other as (
                            select dossier.dossier_id, dossier.state, %s and not exists (
                                select 1 from dossier_report beside
                                where beside.dossier_id = dossier.dossier_id and beside.report_id <> all(:ids)) as alone
                            from dossier
                            where dossier.dossier_id <> :dossierId and dossier.dossier_id in (
                                select dossier_id from dossier_report where report_id = any(:ids)))
                        select placement.report_id,
                            exists (
                                select 1 from dossier_report
                                where report_id = placement.report_id and dossier_id = :dossierId) as there,
                            exists (
                                select 1 from report
                                where report_id = placement.report_id and answer_kind is not null) as answered,
                            coalesce(bool_or(other.state <> 'OPEN'), false) as judged,
                            coalesce(bool_or(other.state = 'OPEN' and not other.alone), false) as shared,
                            array_remove(array_agg(other.dossier_id), null) as alone
                        from placement
                        left join dossier_report on dossier_report.report_id = placement.report_id
                        left join other on other.dossier_id = dossier_report.dossier_id
                        where placement.report_id = any(:ids) and %s
                        group by placement.report_id
                        """.formatted(Sight.CONDITION, ReportSight.condition("placement.report_id")))))
                .bind("dossierId", dossierId)
                .bindArray("ids", UUID.class, reportIds)
                .map(AttachmentLedger::standing)
                .collect(Collectors.toMap(Standing::reportId, Function.identity())));
    }

    /** @return those that had not come along with a dossier */
    List<UUID> join(UUID dossierId, Collection<UUID> reportIds, Instant at) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("update placement set placed_at = coalesce(placed_at, :at) where report_id = any(:ids)")
                    .bind("at", at)
                    .bindArray("ids", UUID.class, reportIds)
                    .execute();
            return handle.createQuery("""
                            insert into dossier_report (dossier_id, report_id, joined_at)
                            select :dossierId, report_id, :at from unnest(:ids) as attached (report_id)
                            on conflict do nothing
                            returning report_id
                            """)
                    .bind("dossierId", dossierId)
                    .bind("at", at)
                    .bindArray("ids", UUID.class, reportIds)
                    .mapTo(UUID.class)
                    .list();
        });
    }

    private static Standing standing(RowView row) {
        return new Standing(
                row.getColumn("report_id", UUID.class),
                row.getColumn("there", Boolean.class),
                row.getColumn("answered", Boolean.class),
                row.getColumn("judged", Boolean.class),
                row.getColumn("shared", Boolean.class),
                row.getColumn("alone", IDS));
    }
}
