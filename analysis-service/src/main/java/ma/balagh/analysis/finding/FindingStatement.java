package ma.balagh.analysis.finding;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One of the sentences that a method has; enums implement it. The words stand beside {@link FindingTexts}, in each language,
 * under {@link #code()}.
 */
public interface FindingStatement {

    /**
     * What is the same whenever it is made.
     *
     * @param facts names of those that the words may mention
     */
    record Form(LaboratoryMethod method, FindingResult result, Set<String> facts) {

        public Form(LaboratoryMethod method, FindingResult result, String... facts) {
            this(method, result, Set.of(facts));
        }
    }

    Form form();

    default LaboratoryMethod method() {
        return form().method();
    }

    default FindingResult result() {
        return form().result();
    }

    default Set<String> facts() {
        return form().facts();
    }

    /** Of the enum's constant. */
    String name();

    /** Such as {@code media.duration.too-short}; stable, since findings are stored by it. */
    default String code() {
        return method().id() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The statement about one medium.
     *
     * @param values of all {@link #facts()}, in no language: figures, times, names
     * @throws IllegalArgumentException when a fact is missing or not among them
     */
    default Finding with(Map<String, String> values) {
        if (!values.keySet().equals(facts())) {
            throw new IllegalArgumentException(
                    "%s has the facts %s, not %s".formatted(code(), facts(), values.keySet()));
        }
        return new Finding(method().id(), method().version(), result(), code(), values);
    }

    default Finding alone() {
        return with(Map.of());
    }
}
