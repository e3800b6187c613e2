package ma.balagh.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import ma.balagh.intake.custody.CustodyLog;
import ma.balagh.intake.report.Visibility;

/** The chain of an evidence as far as somebody may read it. */
@ApplicationScoped
class CustodyReading {

    private final EvidenceRows rows;
    private final CustodyLog custody;

    CustodyReading(EvidenceRows rows, CustodyLog custody) {
        this.rows = rows;
        this.custody = custody;
    }

    CustodyView of(Evidence evidence, Caller reader) {
        Set<String> reports = rows.placements(evidence.id(), Visibility.of(reader), Integer.MAX_VALUE).stream()
                .map(placement -> placement.reportId().toString())
                .collect(Collectors.toSet());
        return CustodyView.of(evidence, custody.of(evidence.id()), entry -> isShown(entry.detail(), reports, reader));
    }

    private static boolean isShown(Map<String, String> detail, Set<String> reports, Caller reader) {
        String report = detail.get(CustodyView.REPORT);
        return (report == null || reports.contains(report))
                && (reader.has(Roles.INTERNAL_AFFAIRS) || !detail.containsKey(CustodyView.COMPARTMENT));
    }
}
