package ma.balagh.analysis.examination;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.balagh.analysis.finding.FindingTexts;

/** The texts of summaries in one language, and how they are put together. */
final class SummaryTexts {

    private static final String GROUP = "summary.";

    private final FindingTexts words;

    SummaryTexts(FindingTexts words) {
        this.words = words;
    }

    String of(String key) {
        return words.sentence(GROUP + key, Map.of());
    }

    /** @param facts in no language */
    String of(String key, Map<String, String> facts) {
        return words.sentence(GROUP + key, facts);
    }

    String of(String key, Map<String, String> facts, Map<String, String> phrases) {
        return words.sentence(GROUP + key, facts, phrases);
    }

    /** @param phrases in this language */
    String with(String key, Map<String, String> phrases) {
        return words.sentence(GROUP + key, Map.of(), phrases);
    }

    String with(String key, int count, Map<String, String> phrases) {
        return words.sentence(GROUP + key, Map.of("count", Integer.toString(count)), phrases);
    }

    String counting(String key, int count) {
        return words.sentence(GROUP + key, Map.of("count", Integer.toString(count)));
    }

    /** Clauses that may have commas of their own, one after the other. */
    String joined(List<String> clauses) {
        return chained("joined", clauses);
    }

    /** Such as {@code a, b and c}. */
    String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? chained("listed", parts)
                : chained("listed-last", List.of(chained("listed", parts.subList(0, last)), parts.get(last)));
    }

    private String chained(String key, List<String> parts) {
        return parts.stream()
                .reduce((first, next) -> with(key, Map.of("first", first, "next", next)))
                .orElse("");
    }

    /** Clauses as sentences, each with its capital and full stop. */
    String text(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".")
                .collect(Collectors.joining(" "));
    }
}
