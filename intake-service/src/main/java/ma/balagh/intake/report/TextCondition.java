package ma.balagh.intake.report;

import java.util.List;
import java.util.UUID;
import ma.balagh.http.SearchText;
import ma.balagh.http.SearchText.Identifier;

/** That a report has what a text asks for. */
record TextCondition(SearchText text, List<SearchSpelling> spellings) {

    void addTo(QueryConditionBuilder conditions) {
        if (text.isEmpty()) {
            conditions.add("false");
        }
        if (!text.words().isEmpty()) {
            conditions.add("report.search @@ " + query(conditions));
        }
        for (int i = 0; i < text.addresses().size(); i++) {
            SearchText.Address address = text.addresses().get(i);
            conditions.add(
                    "report.url ilike %s or report.search @@ without_final_hamza(phraseto_tsquery('report', fold_text(%s)))"
                            .formatted(
                                    conditions.bind("address" + i, address.pattern()),
                                    conditions.bind("addressWords" + i, address.words())));
        }
        for (int i = 0; i < text.identifiers().size(); i++) {
            Identifier identifier = text.identifiers().get(i);
            conditions.add("%s or report.search @@ without_final_hamza(phraseto_tsquery('report', fold_text(%s)))"
                    .formatted(
                            named(identifier, "identifier" + i, conditions),
                            conditions.bind("identifierWords" + i, identifier.words())));
        }
    }

    /** That the report, or an evidence of it, is called so. Each alternative has an index. */
    private static String named(Identifier identifier, String name, QueryConditionBuilder conditions) {
        return switch (identifier.kind()) {
            case RECEIPT ->
                "report.receipt = "
                        + conditions.bind(
                                name,
                                ReceiptCode.parse(identifier.text())
                                        .map(ReceiptCode::value)
                                        .orElse(""));
            case ID -> {
                String id = conditions.bind(name, UUID.fromString(identifier.text()));
                yield "report.id = " + id + " or " + has("evidence.id = " + id);
            }
            case SHORT_ID -> {
                String digits = conditions.bind(name, identifier.text());
                yield "right(cast(report.id as text), 6) = " + digits + " or "
                        + has("right(cast(evidence.id as text), 6) = " + digits);
            }
            case DIGEST -> has("evidence.digest like " + conditions.bind(name, identifier.text() + "%"));
        };
    }

    private static String has(String evidence) {
        return """
                report.id = any(array(
                    select brought.report_id from report_evidence brought
                    join evidence on evidence.id = brought.evidence_id
                    where %s))
                """.formatted(evidence);
    }

    private String query(QueryConditionBuilder conditions) {
        String query = "without_final_hamza(websearch_to_tsquery('report', fold_text(%s)))"
                .formatted(conditions.bind("words", text.words()));
        for (int i = 0; i < spellings.size(); i++) {
            SearchSpelling spelling = spellings.get(i);
            query = "ts_rewrite(%s, cast(%s as tsquery), cast(%s as tsquery))"
                    .formatted(
                            query,
                            conditions.bind("typed" + i, spelling.typed()),
                            conditions.bind("meant" + i, spelling.meant()));
        }
        return query;
    }
}
