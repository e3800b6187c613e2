package ma.balagh.analysis.consultation;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.SearchText;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers of those that exist for the caller a list shows. Reports that do not exist for the caller lead to none.
 *
 * @param jurisdiction that territory and what lies in it
 * @param reportId only those in which that report stands
 * @param text words of a report's title, text, place or address; Arabic and French word forms are recognised. Also an id
 *     or digest as pages print it: of the dossier, a report, an evidence, an examination or an incident of it
 * @param sort {@code newest}, which is usual, or {@code urgency}: what should be looked at first, concluded ones last
 */
record DossierCriteria(
        @QueryParam("state") @Nullable DossierState state,
        @QueryParam("verdict") @Nullable Verdict verdict,

        @QueryParam("jurisdiction") @Size(max = Jurisdictions.LONGEST) @Nullable
        String jurisdiction,

        @QueryParam("reportId") @Nullable UUID reportId,
        @QueryParam("q") @Size(max = LONGEST_TEXT) @Nullable String text,
        @QueryParam("sort") @Size(max = 10) @Nullable String sort) {

    private static final int LONGEST_TEXT = 200;

    DossierCriteria {
        text = text == null || text.isBlank() ? null : text.strip();
        if (jurisdiction != null && !Jurisdictions.isCode(jurisdiction)) {
            throw CommonProblem.invalid(Violation.notAJurisdiction("jurisdiction"));
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw CommonProblem.invalid(Violation.tooLong("q", LONGEST_TEXT));
        }
        if (sort != null && !sort.equals("newest") && !sort.equals("urgency")) {
            throw CommonProblem.invalid(Violation.malformed("sort", "must be newest or urgency"));
        }
    }

    DossierSortOrder order() {
        return "urgency".equals(sort) ? DossierSortOrder.URGENCY : DossierSortOrder.NEWEST;
    }

    String conditions() {
        List<String> conditions = new ArrayList<>();
        // What was joined to another dossier is found there; by itself it is shown to whoever asks for such.
        conditions.add(state == null ? "and dossier.state <> 'JOINED'" : "and dossier.state = :state");
        if (verdict != null) {
            conditions.add("and dossier.verdict = :verdict");
        }
        if (jurisdiction != null) {
            conditions.add("and (dossier.jurisdiction = :jurisdiction or dossier.jurisdiction like :within)");
        }
        if (reportId != null) {
            conditions.add("""
                    and exists (
                        select 1 from dossier_report joined
                        where joined.dossier_id = dossier.dossier_id and joined.report_id = :reportId
                        and %s)
                    """.formatted(ReportVisibility.condition("joined.report_id")));
        }
        if (text != null) {
            conditions.add(new DossierTextCriteria(SearchText.of(text)).conditions());
        }
        return String.join("\n", conditions);
    }

    /** What the conditions are asked with, by name. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (state != null) {
            parameters.put("state", state.name());
        }
        if (verdict != null) {
            parameters.put("verdict", verdict.name());
        }
        if (jurisdiction != null) {
            parameters.put("jurisdiction", jurisdiction);
            parameters.put("within", jurisdiction + "-%");
        }
        if (reportId != null) {
            parameters.put("reportId", reportId);
        }
        if (text != null) {
            parameters.putAll(new DossierTextCriteria(SearchText.of(text)).parameters());
        }
        return parameters;
    }
}
