package ma.balagh.analysis.report;

import java.util.Map;
import ma.balagh.http.Caller;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;

/**
 * Which reports exist for somebody: those of the own jurisdictions, whatever the dossier's is; of them, one whose dossiers
 * all lie in the compartment only for internal affairs. What somebody adds to a report so never hides it.
 *
 * @param misconduct whether the compartment exists for them
 */
public record ReportVisibility(Jurisdictions jurisdictions, boolean misconduct) {

    public static ReportVisibility of(Caller caller) {
        return new ReportVisibility(caller.jurisdictions(), caller.has(Roles.INTERNAL_AFFAIRS));
    }

    /** What exists for everybody for whom something of this jurisdiction does. */
    public static ReportVisibility common(String jurisdiction) {
        return new ReportVisibility(Jurisdictions.of(jurisdiction), false);
    }

    /**
     * For a {@code where}; {@link #parameters} are its parameters.
     *
     * @param reportId the column that names the report
     */
    public static String condition(String reportId) {
        return """
                exists (
                    select 1 from placement seen
                    where seen.report_id = %s and seen.jurisdiction like any(:reportJurisdictions)
                    and (:seesMisconduct or not seen.hidden))
                """.formatted(reportId);
    }

    /**
     * For a {@code where}: the report stands in dossiers of the compartment, and in no others.
     *
     * @param reportId the column that names the report, or the parameter
     */
    public static String hidden(String reportId) {
        return """
                coalesce((select secluded.hidden from placement secluded where secluded.report_id = %s), false)
                """.formatted(reportId);
    }

    /**
     * For a {@code where}: a report brought the evidence that exists for them.
     *
     * @param evidenceId the column that names the evidence
     */
    public static String conditionOfEvidence(String evidenceId) {
        return "exists (select 1 from sighting brought where brought.evidence_id = %s and %s)"
                .formatted(evidenceId, condition("brought.report_id"));
    }

    /** What the conditions are asked with, by name. */
    public Map<String, Object> parameters() {
        return Map.of(
                "reportJurisdictions", jurisdictions.patterns().toArray(String[]::new), "seesMisconduct", misconduct);
    }
}
