package ma.balagh.intake.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BuiltInTermsReaderTest {

    @Test
    void standsByTheRulesForOfficers() {
        // Given
        TermList delivered = BuiltInTermsReader.read();
        Map<List<Object>, String> known = new HashMap<>();
        // Then
        assertThat(delivered.threshold()).isBetween(1, 100);
        assertThat(delivered.terms())
                .hasSizeLessThanOrEqualTo(TermRules.MOST_TERMS)
                .allSatisfy(term -> {
                    List<String> key = TermMatcher.key(term.term());
                    assertThat(key).as(term.term()).isNotEmpty().hasSizeLessThanOrEqualTo(TermMatcher.MOST_WORDS);
                    assertThat(term.weight()).isBetween(1, 100);
                    String language = term.language() == null ? "" : term.language();
                    assertThat(known.put(List.of(key, language), term.term()))
                            .as("%s is looked for as another is", term.term())
                            .isNull();
                });
    }
}
