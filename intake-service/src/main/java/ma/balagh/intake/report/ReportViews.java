package ma.balagh.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together what is shown of reports: a fixed number of queries, however many they are. */
@ApplicationScoped
class ReportViews {

    private final ReportLinks links;
    private final ReportMedia media;

    ReportViews(ReportLinks links, ReportMedia media) {
        this.links = links;
        this.media = media;
    }

    ReportView of(Report report) {
        return of(List.of(report)).getFirst();
    }

    /** Of one that was filed just now: no medium can have come yet. */
    ReportView ofNew(Reports.Filed filed) {
        return ReportView.of(filed.report(), List.of(), filed.links());
    }

    List<ReportView> of(List<Report> reports) {
        List<UUID> ids = reports.stream().map(Report::id).toList();
        Map<UUID, List<ReportMedia.Medium>> mediaOf = media.of(ids);
        Map<UUID, List<MediaLink>> linksOf = links.of(ids);
        return reports.stream()
                .map(report -> ReportView.of(
                        report,
                        mediaOf.getOrDefault(report.id(), List.of()),
                        linksOf.getOrDefault(report.id(), List.of())))
                .toList();
    }
}
