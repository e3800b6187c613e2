package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownWriterTableTest {

    @Test
    void namesASourceForEachWriter() {
        assertThat(KnownWriterTable.ALL).hasSizeGreaterThan(40).allSatisfy(writer -> {
            assertThat(writer.name()).isNotBlank();
            assertThat(writer.source()).isNotBlank();
            assertThat(writer.names().size() + writer.layout().size()).isPositive();
        });
        assertThat(KnownWriterTable.ALL).extracting(KnownWriter::name).doesNotHaveDuplicates();
    }

    @Test
    void findsNobodyWhereThereIsNoTrace() {
        assertThat(KnownWriterTable.of(new WriterTraces(Map.of()))).isEmpty();
    }

    @Test
    void printsTracesWithoutWhatNoDocumentCanHold() {
        assertThat(WriterTraces.Collector.printable("Vi\uFFFFdeo\uFFFE Handler\u0007"))
                .isEqualTo("Vi deo  Handler");
    }

    @Test
    void readsStarsAndAlternativesButNothingElseAsAPattern() {
        // Given
        var condition = TraceCondition.of("tag.a | key.* = x.*y | [z]");

        // Then
        assertThat(condition.met(
                        new WriterTraces(Map.of("tag.a", List.of("X.1Y", "xx1y"), "key.b", List.of("[z]", "z")))))
                .containsExactly("tag.a=X.1Y", "key.b=[z]");
    }
}
