package ma.balagh.analysis.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.report.ReportVisibility;
import ma.balagh.http.SearchText;
import ma.balagh.http.SearchText.Identifier;

/** Restricts dossiers by search text: every word, partial address and identifier must occur. */
record DossierTextCriteria(SearchText text) {

    /** For a {@code where} about {@code dossier}; {@link #parameters} are its parameters. */
    String conditions() {
        List<String> conditions = new ArrayList<>();
        if (text.isEmpty()) {
            conditions.add("and false");
        }
        if (!text.words().isEmpty()) {
            conditions.add("and " + told("""
                    (websearch_to_tsquery('arabic', fold_case(:words))
                     || websearch_to_tsquery('french', fold_case(:words))
                     || websearch_to_tsquery('simple', fold_case(:words)))
                    """));
        }
        for (int i = 0; i < text.addresses().size(); i++) {
            conditions.add("and " + told(phrase("address" + i)));
        }
        for (int i = 0; i < text.identifiers().size(); i++) {
            conditions.add("and (" + told(phrase("identifierWords" + i)) + " or "
                    + named(text.identifiers().get(i).kind(), ":identifier" + i) + ")");
        }
        return String.join("\n", conditions);
    }

    /** What the conditions are asked with, by name. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (!text.words().isEmpty()) {
            parameters.put("words", text.words());
        }
        for (int i = 0; i < text.addresses().size(); i++) {
            parameters.put("address" + i, text.addresses().get(i).words());
        }
        for (int i = 0; i < text.identifiers().size(); i++) {
            Identifier identifier = text.identifiers().get(i);
            parameters.put("identifierWords" + i, identifier.words());
            parameters.put("identifier" + i, value(identifier));
        }
        return parameters;
    }

    private static Object value(Identifier identifier) {
        return switch (identifier.kind()) {
            case ID -> UUID.fromString(identifier.text());
            case DIGEST -> identifier.text() + "%";
            case RECEIPT, SHORT_ID -> identifier.text();
        };
    }

    private static String phrase(String name) {
        return "phraseto_tsquery('simple', fold_case(:" + name + "))";
    }

    /** That a report of the dossier tells of it. */
    private static String told(String query) {
        return """
                exists (
                    select 1 from dossier_report joined
                    where joined.dossier_id = dossier.dossier_id
                    and %s
                    and joined.report_id in (select report_id from report_search where words @@ %s))
                """.formatted(ReportVisibility.condition("joined.report_id"), query);
    }

    /** That something of the dossier that exists for the caller is called so. */
    private static String named(SearchText.IdentifierKind kind, String value) {
        return switch (kind) {
            // Of receipts only intake knows.
            case RECEIPT -> value + " is null";
            case ID ->
                any(
                        "dossier.dossier_id = " + value,
                        "incident.incident_id = " + value,
                        "joined.report_id = " + value,
                        "(evidence.evidence_id = %1$s or examination.id = %1$s)".formatted(value));
            case SHORT_ID ->
                any(
                        "dossier.short_id = " + value,
                        "incident.short_id = " + value,
                        "joined.short_id = " + value,
                        "%1$s in (right(cast(evidence.evidence_id as text), 6), right(cast(examination.id as text), 6))"
                                .formatted(value));
            case DIGEST -> evidence("evidence.sha256 like " + value);
        };
    }

    private static String any(String ofDossier, String ofIncident, String ofReport, String ofEvidence) {
        return """
                %s
                or dossier.dossier_id in (
                    select incident.dossier_id from incident where %s)
                or dossier.dossier_id in (
                    select joined.dossier_id from dossier_report joined where %s and %s)
                or %s
                """.formatted(
                ofDossier, ofIncident, ofReport, ReportVisibility.condition("joined.report_id"), evidence(ofEvidence));
    }

    private static String evidence(String condition) {
        return """
                dossier.dossier_id in (
                    select held.dossier_id from dossier_evidence held
                    join evidence on evidence.evidence_id = held.evidence_id
                    left join examination on examination.evidence_id = held.evidence_id
                    where %s and %s)
                """.formatted(condition, ReportVisibility.conditionOfEvidence("held.evidence_id"));
    }
}
