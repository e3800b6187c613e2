package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/** Assembles the views of reports, in a fixed number of queries. */
@ApplicationScoped
class ReportViewMapper {

    private final ReportLinks links;
    private final ReportMedia media;
    private final AnswerRuleService rules;

    ReportViewMapper(ReportLinks links, ReportMedia media, AnswerRuleService rules) {
        this.links = links;
        this.media = media;
        this.rules = rules;
    }

    ReportView of(Report report, Caller reader) {
        return of(List.of(report), reader).getFirst();
    }

    /** Of one that was filed just now: no medium can have come yet. */
    ReportView ofNew(ReportService.Filed filed) {
        return ReportView.of(filed.report(), List.of(), filed.links(), null);
    }

    List<ReportView> of(List<Report> reports, Caller reader) {
        List<UUID> ids = reports.stream().map(Report::id).toList();
        Map<UUID, List<ReportMedia.Medium>> mediaOf = media.of(ids);
        Map<UUID, List<MediaLink>> linksOf = links.of(ids);
        Map<UUID, AnswerRuleService.Rule> rulesOf = reader.has(Roles.PARTNER) ? Map.of() : rules.of(ids);
        return reports.stream()
                .map(report -> ReportView.of(
                        report,
                        mediaOf.getOrDefault(report.id(), List.of()),
                        linksOf.getOrDefault(report.id(), List.of()),
                        rule(rulesOf.get(report.id()), reader)))
                .toList();
    }

    private static ReportView.@Nullable RuleView rule(AnswerRuleService.@Nullable Rule rule, Caller reader) {
        if (rule == null) {
            return null;
        }
        boolean dossiers = reader.hasAny(Roles.ANALYST, Roles.JUDICIAL_OFFICER, Roles.COMMANDER, Roles.AUDITOR);
        return new ReportView.RuleView(
                dossiers ? rule.dossierId() : null, rule.stopped(), rule.stoppedBy(), rule.reason());
    }
}
