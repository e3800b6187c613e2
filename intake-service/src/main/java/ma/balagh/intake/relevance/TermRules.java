package ma.balagh.intake.relevance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Violation;
import ma.balagh.http.ViolationCode;
import ma.balagh.http.VisibleText;
import org.jspecify.annotations.Nullable;

/** What a list of terms, and a text to try one on, have to be like; collects everything that is wrong. */
final class TermRules {

    static final int MOST_TERMS = 1_000;

    static final int LONGEST_TERM = 100;
    static final int LONGEST_REASON = 500;
    static final int LONGEST_LANGUAGE = 35;
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");

    /** Terms of one key count in the same texts where they have the same language, or one of them has none. */
    private record Key(List<String> stems, @Nullable String language) {}

    private final List<Violation> violations = new ArrayList<>();

    /** @throws ma.balagh.http.ProblemException 400 with every field that is wrong */
    static TermList list(ChangeTerms command) {
        var rules = new TermRules();
        if (command.reason() == null
                || !VisibleText.hasWords(command.reason())
                || command.reason().length() > LONGEST_REASON) {
            rules.violations.add(Violation.reasonRequired("reason", LONGEST_REASON));
        }
        if (command.threshold() == null) {
            rules.violations.add(percent("threshold"));
        }
        if (command.terms() == null) {
            rules.violations.add(Violation.required("terms", "must be the whole list"));
        }
        return rules.list(command.threshold(), command.terms());
    }

    /** @throws ma.balagh.http.ProblemException 400 with every field that is wrong */
    static TermList list(TryText command, TermList current) {
        var rules = new TermRules();
        rules.length("title", command.title(), RelevanceService.LONGEST_LINE);
        rules.length("text", command.text(), RelevanceService.LONGEST_TEXT);
        rules.length("language", command.language(), LONGEST_LANGUAGE);
        List<@Nullable String> tags = command.tags() == null ? List.of() : command.tags();
        if (tags.size() > RelevanceService.MOST_TAGS) {
            rules.violations.add(Violation.tooMany("tags", RelevanceService.MOST_TAGS));
        }
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i) == null) {
                rules.violations.add(Violation.malformed("tags[" + i + "]", "must be a text"));
            }
            rules.length("tags[" + i + "]", tags.get(i), RelevanceService.LONGEST_LINE);
        }
        int threshold = command.threshold() == null ? current.threshold() : command.threshold();
        TermList proposed = rules.list(threshold, command.terms());
        return command.terms() == null ? new TermList(threshold, current.terms()) : proposed;
    }

    private TermList list(@Nullable Integer threshold, @Nullable List<ChangeTerms.@Nullable TermDraft> drafts) {
        if (threshold != null && (threshold < 1 || threshold > 100)) {
            violations.add(percent("threshold"));
        }
        List<Term> terms = new ArrayList<>();
        if (drafts != null && drafts.size() > MOST_TERMS) {
            violations.add(Violation.tooMany("terms", MOST_TERMS));
        } else if (drafts != null) {
            Map<Key, String> known = new HashMap<>();
            for (int i = 0; i < drafts.size(); i++) {
                Term term = term("terms[" + i + "]", drafts.get(i), known);
                if (term != null) {
                    terms.add(term);
                }
            }
        }
        if (!violations.isEmpty() || threshold == null) {
            throw CommonProblem.invalid(violations);
        }
        return new TermList(threshold, terms);
    }

    private @Nullable Term term(String field, ChangeTerms.@Nullable TermDraft draft, Map<Key, String> known) {
        int before = violations.size();
        if (draft == null) {
            violations.add(Violation.malformed(field, "must be a term"));
            return null;
        }
        String words = draft.term();
        if (words == null || words.length() > LONGEST_TERM) {
            violations.add(new Violation(
                    field + ".term",
                    ViolationCode.WRONG_LENGTH,
                    Map.of("min", 1, "max", LONGEST_TERM),
                    "must be words of at most %d characters".formatted(LONGEST_TERM)));
        } else {
            key(field, words, draft.language(), known);
        }
        if (draft.meaning() == null) {
            violations.add(Violation.required(field + ".meaning", "must be given"));
        }
        if (draft.weight() == null || draft.weight() < 1 || draft.weight() > 100) {
            violations.add(percent(field + ".weight"));
        }
        if (draft.language() != null && !LANGUAGES.contains(draft.language())) {
            violations.add(Violation.malformed(field + ".language", "must be one of ar, fr, en, or absent"));
        }
        if (violations.size() > before || words == null || draft.meaning() == null || draft.weight() == null) {
            return null;
        }
        return new Term(words.strip(), draft.meaning(), draft.weight(), draft.language());
    }

    private void key(String field, String words, @Nullable String language, Map<Key, String> known) {
        List<String> stems = TermMatcher.key(words);
        if (stems.isEmpty()) {
            violations.add(new Violation(
                    field + ".term", ViolationCode.NO_LETTERS, "has no letters that could be looked for"));
        } else if (stems.size() > TermMatcher.MOST_WORDS) {
            violations.add(new Violation(
                    field + ".term",
                    ViolationCode.TOO_MANY_WORDS,
                    Map.of("max", TermMatcher.MOST_WORDS),
                    "must have at most %d words".formatted(TermMatcher.MOST_WORDS)));
        } else {
            String earlier = known.putIfAbsent(new Key(stems, language), field);
            if (earlier != null) {
                violations.add(Violation.listedTwice(
                        field + ".term", "is looked for as %s is: one of them is enough".formatted(earlier)));
            }
        }
    }

    private void length(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            violations.add(Violation.tooLong(field, most));
        }
    }

    private static Violation percent(String field) {
        return Violation.outOfRange(field, 1, 100, "must be a number from 1 to 100");
    }
}
