package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritersTest {

    @Test
    void namesASourceForEachWriter() {
        assertThat(Writers.ALL).hasSizeGreaterThan(40).allSatisfy(writer -> {
            assertThat(writer.name()).isNotBlank();
            assertThat(writer.source()).isNotBlank();
            assertThat(writer.names().size() + writer.layout().size()).isPositive();
        });
        assertThat(Writers.ALL).extracting(Writer::name).doesNotHaveDuplicates();
    }

    @Test
    void findsNobodyWhereThereIsNoTrace() {
        assertThat(Writers.of(new Traces(Map.of()))).isEmpty();
    }

    @Test
    void readsStarsAndAlternativesButNothingElseAsAPattern() {
        // Given
        var condition = Condition.of("tag.a | key.* = x.*y | [z]");

        // Then
        assertThat(condition.met(new Traces(Map.of("tag.a", List.of("X.1Y", "xx1y"), "key.b", List.of("[z]", "z")))))
                .containsExactly("tag.a=X.1Y", "key.b=[z]");
    }
}
