package ma.balagh.portal.relevance;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What items are scored by, in one of its versions.
 *
 * @param threshold the score from which on an item is relevant
 * @param reason why it was made
 */
@TemplateData
public record TermListResponse(int version, int threshold, List<Term> terms, String reason, String by, Instant at) {

    /**
     * Words that say something.
     *
     * @param meaning intake's word for it, kept as it is: the portal may not know it yet
     * @param language where the words mean something else in another one
     */
    @TemplateData
    public record Term(
            String term,
            String meaning,
            int weight,
            @Nullable String language) {

        public @Nullable TermMeaningCode known() {
            return Arrays.stream(TermMeaningCode.values())
                    .filter(each -> each.name().equals(meaning))
                    .findFirst()
                    .orElse(null);
        }

        /** Where it is changed. */
        public String address() {
            UriBuilder address = UriBuilder.fromPath("/items/terms/term")
                    .queryParam("term", "{term}")
                    .resolveTemplate("term", term);
            if (language != null) {
                address.queryParam("language", language);
            }
            return address.build().toString();
        }

        boolean is(@Nullable String words, @Nullable String in) {
            return term.equals(words) && (language == null ? in == null : language.equals(in));
        }
    }

    /** The terms of one meaning. */
    @TemplateData
    public record Group(TermMeaningCode meaning, List<Term> terms) {}

    /** By meaning, those that have these words in them. */
    List<Group> groups(@Nullable String words) {
        String sought = words == null ? "" : words.toLowerCase(Locale.ROOT);
        return Arrays.stream(TermMeaningCode.values())
                .map(meaning -> new Group(
                        meaning,
                        terms.stream()
                                .filter(term -> term.known() == meaning)
                                .filter(term ->
                                        term.term().toLowerCase(Locale.ROOT).contains(sought))
                                .toList()))
                .filter(group -> !group.terms().isEmpty())
                .toList();
    }

    /** The terms with these in the place of one, or after the others where it is not there. */
    List<Term> with(List<Term> fresh, @Nullable String words, @Nullable String language) {
        var changed = new ArrayList<Term>();
        boolean replaced = false;
        for (Term term : terms) {
            if (term.is(words, language)) {
                changed.addAll(fresh);
                replaced = true;
            } else {
                changed.add(term);
            }
        }
        if (!replaced) {
            changed.addAll(fresh);
        }
        return List.copyOf(changed);
    }
}
