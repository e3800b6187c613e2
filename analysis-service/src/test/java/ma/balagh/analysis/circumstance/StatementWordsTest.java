package ma.balagh.analysis.circumstance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Statement;
import ma.balagh.analysis.finding.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementWordsTest {

    @ParameterizedTest
    @EnumSource
    void hasWordsForEachStatement(Words.Language language) {
        Words words = Words.in(language);
        Stream.of(TimesStatement.values(), PlacesStatement.values())
                .flatMap(Stream::<Statement>of)
                .forEach(statement -> {
                    Finding finding = statement.with(facts(statement));
                    assertThat(words.summary(finding))
                            .isNotEqualTo(finding.code())
                            .doesNotContain("{");
                    assertThat(words.detail(finding)).doesNotContain("{");
                    assertThat(words.weakness(finding)).contains(" ");
                });
    }

    private static Map<String, String> facts(Statement statement) {
        return statement.facts().stream().collect(Collectors.toMap(Function.identity(), fact -> "7"));
    }
}
