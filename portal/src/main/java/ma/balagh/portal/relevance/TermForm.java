package ma.balagh.portal.relevance;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Set;
import ma.balagh.portal.shell.FormInputParser;
import ma.balagh.portal.shell.PortalLanguage;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The form that terms are put on the list with, or one of them is changed, as it was filled in.
 *
 * @param tag of the list as it was read
 * @param was the term that is changed; nothing for new ones
 * @param terms one a line
 */
@TemplateData
public record TermForm(
        @RestForm @Nullable String tag,
        @RestForm @Nullable String was,
        @RestForm @Nullable String wasLanguage,
        @RestForm @Nullable String terms,
        @RestForm @Nullable String meaning,
        @RestForm @Nullable String weight,
        @RestForm @Nullable String language,
        @RestForm @Nullable String reason) {

    static final Set<String> FIELDS = Set.of("term", "meaning", "weight", "language", "reason");

    static TermForm empty(@Nullable String tag) {
        return new TermForm(tag, null, null, null, null, null, null, null);
    }

    static TermForm of(TermListResponse.Term term, @Nullable String tag) {
        return new TermForm(
                tag,
                term.term(),
                term.language(),
                term.term(),
                term.meaning(),
                Integer.toString(term.weight()),
                term.language(),
                null);
    }

    /** The same, to be sent again for the list that somebody else made meanwhile. */
    TermForm over(@Nullable String present) {
        return new TermForm(present, was, wasLanguage, terms, meaning, weight, language, reason);
    }

    public boolean isNew() {
        return FormInputParser.text(was) == null;
    }

    public List<TermMeaningCode> meanings() {
        return List.of(TermMeaningCode.values());
    }

    public List<PortalLanguage> languages() {
        return PortalLanguage.all();
    }

    /** @throws FormInputParser.WrongInput for what cannot be a term */
    List<TermListResponse.Term> drafts() {
        List<String> lines = FormInputParser.lines(terms);
        Integer points = FormInputParser.wholeNumber(weight, "weight");
        String means = FormInputParser.text(meaning);
        if (lines == null || lines.isEmpty()) {
            throw new FormInputParser.WrongInput("term");
        }
        if (means == null) {
            throw new FormInputParser.WrongInput("meaning");
        }
        if (points == null) {
            throw new FormInputParser.WrongInput("weight");
        }
        return lines.stream()
                .map(line -> new TermListResponse.Term(line, means, points, FormInputParser.text(language)))
                .toList();
    }
}
