package ma.balagh.intake.retention;

import ma.balagh.intake.evidence.EvidenceErasureService;
import ma.balagh.intake.report.ReportAudience;

/**
 * Selects evidence whose retention period is over, in SQL. Only callers who see every report that it stands in may
 * erase it: it is one evidence for all of them.
 */
final class DueEvidenceCriteria {

    /** Of what the store has not let go, whatever has become of its reports. */
    private static final String REMAINING = """
            select evidence.id, evidence.erased_at as since,
            """ + EvidenceErasureService.HELD + """
             as held, evidence.erased_at, evidence.bytes_refusal
            from evidence
            where evidence.erased_as = '%s' and evidence.bytes_gone_at is null and (
                select bool_and(
            """ + ReportAudience.SEE_EVIDENCE + """
                 is true)
                from report_evidence join report on report.id = report_evidence.report_id
                where report_evidence.evidence_id = evidence.id)
            """;

    private static final String KEPT =
            """
            select evidence.id, ended.since,
            """ + EvidenceErasureService.HELD + """
             as held, evidence.erased_at, evidence.bytes_refusal
            from evidence, lateral (
                select %s as since
                from report_evidence join report on report.id = report_evidence.report_id
                where report_evidence.evidence_id = evidence.id
                having %s bool_and(report.status = 'ANSWERED') and bool_and(
            """ + ReportAudience.SEE_EVIDENCE + """
                 is true)) ended
            where evidence.erased_at is null and evidence.secured_at < :cutoff and ended.since < :cutoff
            union all
            """ + REMAINING;

    private DueEvidenceCriteria() {}

    /** From the latest answer, or from when it was secured where that was later. */
    static String ofClosedCases() {
        return KEPT.formatted(
                "greatest(max(report.answered_at), evidence.secured_at)", "", RetentionKind.CLOSED_CASE_EVIDENCE);
    }

    /** From when it was secured. */
    static String ofOpenCases() {
        return KEPT.formatted("evidence.secured_at", "not", RetentionKind.OPEN_CASE_EVIDENCE);
    }
}
