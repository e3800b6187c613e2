package ma.balagh.intake.report;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.intake.report.AnswerRuleService.Act;
import ma.balagh.intake.report.AnswerRuleService.Rule;
import org.hibernate.Session;

/** The tables {@code report_rule} and {@code report_rule_act}. */
@ApplicationScoped
class AnswerRuleRepository {

    private final Session session;

    AnswerRuleRepository(Session session) {
        this.session = session;
    }

    void answered(UUID reportId, UUID dossierId, Instant at) {
        session.createNativeMutationQuery("""
                        insert into report_rule (report_id, dossier_id, answered_at) values (:report, :dossier, :at)
                        on conflict (report_id) do update set dossier_id = excluded.dossier_id
                        """)
                .setParameter("report", reportId)
                .setParameter("dossier", dossierId)
                .setParameter("at", at)
                .executeUpdate();
    }

    void deleteUnlessStopped(UUID reportId) {
        session.createNativeMutationQuery("""
                        delete from report_rule where report_id = :report and 'STOPPED' is distinct from (
                            select kind from report_rule_act
                            where report_rule_act.report_id = report_rule.report_id order by act_id desc limit 1)
                        """).setParameter("report", reportId).executeUpdate();
    }

    void add(UUID reportId, Act act, String reason, Caller by, Instant at) {
        session.createNativeMutationQuery("""
                        insert into report_rule_act (act_id, report_id, kind, reason, person, person_name, at)
                        values (:id, :report, :kind, :reason, :person, :name, :at)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("report", reportId)
                .setParameter("kind", act.name())
                .setParameter("reason", reason)
                .setParameter("person", by.id())
                .setParameter("name", by.name())
                .setParameter("at", at)
                .executeUpdate();
    }

    Map<UUID, Rule> of(Collection<UUID> reportIds) {
        return session
                .createNativeQuery("""
                        select asked.report_id, report_rule.dossier_id, coalesce(act.kind = 'STOPPED', false) as stopped,
                            act.person_name, act.reason
                        from unnest(cast(:reports as uuid[])) as asked (report_id)
                        left join report_rule using (report_id)
                        left join lateral (
                            select kind, person_name, reason from report_rule_act
                            where report_rule_act.report_id = asked.report_id order by act_id desc limit 1) act on true
                        where report_rule.dossier_id is not null or act.kind = 'STOPPED'
                        """, Tuple.class)
                .setParameter("reports", reportIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(AnswerRuleRepository::rule)
                .collect(toMap(Rule::reportId, identity()));
    }

    private static Rule rule(Tuple row) {
        boolean stopped = row.get("stopped", Boolean.class);
        return new Rule(
                row.get("report_id", UUID.class),
                row.get("dossier_id", UUID.class),
                stopped,
                stopped ? row.get("person_name", String.class) : null,
                stopped ? row.get("reason", String.class) : null);
    }
}
