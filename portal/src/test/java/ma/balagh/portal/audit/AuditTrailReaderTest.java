package ma.balagh.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ma.balagh.portal.upstream.ResponsePage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTrailReaderTest {

    private final AuditTrailReader trails = new AuditTrailReader(
            (person, record, kind, purpose, from, to, cursor, limit) -> pageOf("intake"),
            (person, record, kind, purpose, from, to, cursor, limit) -> pageOf("analysis"),
            (person, record, kind, purpose, from, to, cursor, limit) -> pageOf("dispatch"));

    @ParameterizedTest
    @CsvSource({"INTAKE, intake", "ANALYSIS, analysis", "DISPATCH, dispatch", "WEATHER, intake", ", intake"})
    void asksTheServiceThatIsChosen(@Nullable String chosen, String asked) {
        // Given
        var filter = new AuditTrailFilter(chosen, null, null, null, null, null, null, null);

        // Then
        assertThat(trails.read(filter).next()).isEqualTo(asked);
    }

    private static ResponsePage<AuditEntryResponse> pageOf(String service) {
        return new ResponsePage<>(List.of(), service);
    }
}
