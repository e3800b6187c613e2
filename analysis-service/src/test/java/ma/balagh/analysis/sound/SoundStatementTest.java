package ma.balagh.analysis.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoundStatementTest {

    @ParameterizedTest
    @EnumSource(Words.Language.class)
    void eachStatementHasWords(Words.Language language) {
        Words words = Words.in(language);
        Stream.of(SoundStatement.values()).forEach(statement -> {
            Finding finding =
                    statement.with(statement.facts().stream().collect(Collectors.toMap(fact -> fact, fact -> "7")));
            assertThat(words.summary(finding)).isNotEqualTo(finding.code()).doesNotContain("{", "}");
            assertThat(words.detail(finding)).doesNotContain("{", "}");
            assertThat(words.detail(finding).isEmpty())
                    .isEqualTo(statement.facts().isEmpty());
            assertThat(words.name(finding)).isNotEqualTo(finding.method() + ".name");
            assertThat(words.meaning(finding)).isNotEqualTo(finding.method() + ".meaning");
            assertThat(words.weakness(finding)).isNotEqualTo(finding.method() + ".weakness");
        });
    }
}
