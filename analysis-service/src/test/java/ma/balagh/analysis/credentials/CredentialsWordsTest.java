package ma.balagh.analysis.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialsWordsTest {

    @ParameterizedTest
    @EnumSource
    void hasWordsForEachStatementAndAValueForEachFactInThem(Language language) {
        FindingTexts words = FindingTexts.in(language);
        for (CredentialsStatement statement : CredentialsStatement.values()) {
            // Given
            Finding finding =
                    statement.with(statement.facts().stream().collect(Collectors.toMap(fact -> fact, fact -> "7")));

            // Then
            assertThat(words.summary(finding)).isNotEqualTo(finding.code()).doesNotContain("{");
            String figures = words.detail(finding) + words.traces(finding);
            assertThat(figures).doesNotContain("{");
            assertThat(figures.isEmpty()).isEqualTo(statement.facts().isEmpty());
            assertThat(words.name(finding) + words.meaning(finding) + words.weakness(finding))
                    .doesNotContain(finding.method() + ".");
        }
    }
}
