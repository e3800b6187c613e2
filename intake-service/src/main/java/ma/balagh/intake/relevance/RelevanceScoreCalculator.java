package ma.balagh.intake.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.balagh.intake.relevance.TermMatcher.Match;
import ma.balagh.intake.relevance.TermMeaning.Effect;
import ma.balagh.wording.FoldedText;
import ma.balagh.wording.TextWord;
import org.jspecify.annotations.Nullable;

/**
 * Scores an item by the terms that its parts have. Terms that raise count once each, as independent hints do: of weights
 * <i>w</i> the score is 1 − ∏(1 − <i>w</i>). What lowers takes its part of that: of each meaning the two heaviest terms.
 */
final class RelevanceScoreCalculator {

    private static final int MOST_REASONS = 40;
    private static final int LONGEST_WORDS = 120;
    private static final int STRONGEST_OF_A_MEANING = 2;

    /** What is denied is one of so many words, stop words aside, after what denies it. */
    private static final int DENIED = 3;

    /** The same with stop words. */
    private static final int REACH = 8;

    /** Verbs between {@code ma} and {@code ch}, such as {@code makaynch}, in both scripts. */
    private static final Pattern DARIJA_DENIAL = Pattern.compile("ما\\p{L}{3,}ش|ma[a-z]{4,}ch");

    /** What was found of one term. */
    private record Finding(ItemPart where, String words, boolean negated) {}

    private final TermMatcher vocabulary;
    private final @Nullable String language;
    private final Map<Term, Finding> findings = new LinkedHashMap<>();

    RelevanceScoreCalculator(TermMatcher vocabulary, @Nullable String language) {
        this.vocabulary = vocabulary;
        this.language = language;
    }

    /** Takes a part of the item into account; what a part says counts before what the later ones say. */
    void add(ItemPart where, String part) {
        FoldedText folded = FoldedText.of(part);
        List<WordToken> tokens = TermAnalyzer.of(folded.words());
        List<Match> matches = vocabulary.in(tokens, language);
        Set<Match> negated = negated(tokens, matches);
        for (Match match : matches) {
            if (match.term().meaning().effect() == Effect.NEGATES) {
                continue;
            }
            Finding known = findings.get(match.term());
            if (known == null || known.negated() && !negated.contains(match)) {
                findings.put(match.term(), new Finding(where, written(folded, tokens, match), negated.contains(match)));
            }
        }
    }

    RelevanceAssessment assessment() {
        Set<Term> counted = counted();
        double missed = 1;
        double left = 1;
        for (Term term : counted) {
            double other = 1 - term.weight() / 100.0;
            switch (term.meaning().effect()) {
                case RAISES -> missed *= other;
                case LOWERS -> left *= other;
                case NEGATES, COVERS -> {
                    // They have no weight: what they do, they did to the terms.
                }
            }
        }
        int score = (int) Math.round(100 * (1 - missed) * left);
        List<RelevanceReason> reasons = findings.entrySet().stream()
                .filter(found -> found.getKey().meaning().effect() != Effect.COVERS)
                .map(found -> reason(found.getKey(), found.getValue(), counted.contains(found.getKey())))
                .sorted(Comparator.comparingInt((RelevanceReason reason) -> -Math.abs(reason.weight())))
                .limit(MOST_REASONS)
                .toList();
        return new RelevanceAssessment(score, score >= vocabulary.threshold(), vocabulary.version(), reasons);
    }

    private Set<Term> counted() {
        Set<Term> counted = new HashSet<>();
        Map<TermMeaning, List<Term>> lowering = new EnumMap<>(TermMeaning.class);
        findings.forEach((term, finding) -> {
            if (term.meaning().effect() == Effect.RAISES && !finding.negated()) {
                counted.add(term);
            } else if (term.meaning().effect() == Effect.LOWERS) {
                lowering.computeIfAbsent(term.meaning(), first -> new ArrayList<>())
                        .add(term);
            }
        });
        lowering.values()
                .forEach(terms -> terms.stream()
                        .sorted(Comparator.comparingInt(Term::weight).reversed())
                        .limit(STRONGEST_OF_A_MEANING)
                        .forEach(counted::add));
        return counted;
    }

    private static RelevanceReason reason(Term term, Finding finding, boolean counted) {
        int weight = term.meaning().effect() == Effect.LOWERS ? -term.weight() : term.weight();
        return new RelevanceReason(
                term.term(), term.meaning(), finding.where(), finding.words(), counted ? weight : 0, finding.negated());
    }

    /** Each word that denies does so to the first term after it. */
    private static Set<Match> negated(List<WordToken> tokens, List<Match> matches) {
        Map<Integer, List<Match>> raising = matches.stream()
                .filter(match -> match.term().meaning().effect() == Effect.RAISES)
                .collect(Collectors.groupingBy(Match::first));
        Set<Match> negated = new HashSet<>();
        for (Match match : matches) {
            if (match.term().meaning().effect() == Effect.NEGATES) {
                negated.addAll(next(tokens, raising, match.last()));
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (isDarijaDenial(tokens.get(i).word().form())) {
                negated.addAll(next(tokens, raising, i));
            }
        }
        return negated;
    }

    private static boolean isDarijaDenial(String form) {
        return (form.startsWith("ma") || form.startsWith("ما"))
                && DARIJA_DENIAL.matcher(form).matches();
    }

    private static List<Match> next(List<WordToken> tokens, Map<Integer, List<Match>> raising, int from) {
        int clause = tokens.get(from).word().clause();
        int passed = 0;
        for (int i = from + 1; i < tokens.size() && i <= from + REACH && passed < DENIED; i++) {
            if (tokens.get(i).word().clause() != clause) {
                break;
            }
            if (raising.containsKey(i)) {
                return raising.get(i);
            }
            passed += tokens.get(i).isStop() ? 0 : 1;
        }
        return List.of();
    }

    private static String written(FoldedText folded, List<WordToken> tokens, Match match) {
        TextWord first = tokens.get(match.first()).word();
        TextWord last = tokens.get(match.last()).word();
        String words = folded.written(first.from(), last.to());
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
