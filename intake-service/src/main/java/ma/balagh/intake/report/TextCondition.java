package ma.balagh.intake.report;

import java.util.List;

/** That a report has what a text asks for. */
record TextCondition(SearchText text, List<Spelling> spellings) {

    void addTo(Conditions conditions) {
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
    }

    private String query(Conditions conditions) {
        String query = "without_final_hamza(websearch_to_tsquery('report', fold_text(%s)))"
                .formatted(conditions.bind("words", text.words()));
        for (int i = 0; i < spellings.size(); i++) {
            Spelling spelling = spellings.get(i);
            query = "ts_rewrite(%s, cast(%s as tsquery), cast(%s as tsquery))"
                    .formatted(
                            query,
                            conditions.bind("typed" + i, spelling.typed()),
                            conditions.bind("meant" + i, spelling.meant()));
        }
        return query;
    }
}
