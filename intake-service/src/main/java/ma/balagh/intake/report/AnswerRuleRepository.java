package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.contracts.Ids;
import ma.balagh.http.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which reports are answered by rule, from a dossier that was decided before they came, and where an officer stopped that. */
@ApplicationScoped
public class AnswerRuleRepository {

    /**
     * What is known of one report.
     *
     * @param dossierId the dossier whose answer it got without anybody's look; null while it has none by rule
     * @param reason why the rule is stopped; null while it is not
     */
    public record Rule(
            UUID reportId,
            @Nullable UUID dossierId,
            boolean stopped,
            @Nullable String stoppedBy,
            @Nullable String reason) {}

    /** What an officer does. */
    public enum Act {
        STOPPED,
        RESUMED
    }

    private final Jdbi jdbi;
    private final Clock clock;

    AnswerRuleRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @param dossierId null where the report has no answer by rule; what was stopped stays known */
    void note(UUID reportId, @Nullable UUID dossierId) {
        jdbi.useHandle(handle -> {
            if (dossierId == null) {
                handle.execute("""
                        delete from report_rule where report_id = ? and 'STOPPED' is distinct from (
                            select kind from report_rule_act
                            where report_rule_act.report_id = report_rule.report_id order by act_id desc limit 1)
                        """, reportId);
            } else {
                handle.execute("""
                        insert into report_rule (report_id, dossier_id, answered_at) values (?, ?, ?)
                        on conflict (report_id) do update set dossier_id = excluded.dossier_id
                        """, reportId, dossierId, now());
            }
        });
    }

    public void add(UUID reportId, Act act, String reason, Caller by) {
        jdbi.useHandle(
                handle -> handle.execute("""
                insert into report_rule_act (act_id, report_id, kind, reason, person, person_name, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, Ids.next(), reportId, act.name(), reason, by.id(), by.name(), now()));
    }

    public boolean isStopped(UUID reportId) {
        Rule rule = of(List.of(reportId)).get(reportId);
        return rule != null && rule.stopped();
    }

    /** Those of these reports that have anything to do with the rule. */
    public Map<UUID, Rule> of(Collection<UUID> reportIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select asked.report_id, report_rule.dossier_id, act.kind = 'STOPPED' as stopped,
                            act.person_name, act.reason
                        from unnest(cast(:reports as uuid[])) as asked (report_id)
                        left join report_rule using (report_id)
                        left join lateral (
                            select kind, person_name, reason from report_rule_act
                            where report_rule_act.report_id = asked.report_id order by act_id desc limit 1) act on true
                        where report_rule.dossier_id is not null or act.kind = 'STOPPED'
                        """)
                .bindArray("reports", UUID.class, reportIds)
                .map((row, context) -> {
                    boolean stopped = row.getBoolean("stopped");
                    return new Rule(
                            row.getObject("report_id", UUID.class),
                            row.getObject("dossier_id", UUID.class),
                            stopped,
                            stopped ? row.getString("person_name") : null,
                            stopped ? row.getString("reason") : null);
                })
                .collect(Collectors.toMap(Rule::reportId, Function.identity())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
