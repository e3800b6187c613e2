package ma.balagh.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.dispatch.Story;
import ma.balagh.dispatch.incident.IncidentPriority.Reason.Code;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class IncidentPriorityTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Property
    void servesTheGraverBeforeTheLessGrave(
            @ForAll @IntRange(min = 1, max = 3) int severity, @ForAll @IntRange(max = 3000) int minutes) {
        // Given
        var age = Duration.ofMinutes(minutes);

        // When
        var less = IncidentPriority.of(incident(severity, age), NOW);
        var more = IncidentPriority.of(incident(severity + 1, age), NOW);

        // Then
        assertThat(more.level()).isLessThanOrEqualTo(less.level()).isBetween(1, 5);
    }

    @Example
    void servesTheFreshBeforeTheLongPast() {
        assertThat(level(incident(3, Duration.ofMinutes(29)))).isEqualTo(1);
        assertThat(level(incident(3, Duration.ofMinutes(30)))).isEqualTo(2);
        assertThat(level(incident(3, Duration.ofHours(24)))).isEqualTo(3);
        assertThat(level(incident(3, null))).isEqualTo(2);
        assertThat(codes(incident(1, Duration.ofHours(30)))).containsExactly(Code.SEVERITY, Code.LONG_PAST);
        assertThat(IncidentPriority.of(incident(1, Duration.ofHours(30)), NOW).reasons())
                .extracting(IncidentPriority.Reason::seconds)
                .containsExactly(null, Duration.ofHours(30).toSeconds());
    }

    @Example
    void servesBeforeAllOthersWhereAUnitAsksForHelp() {
        // Given
        var incident = incident(1, Duration.ofHours(30));
        incident.reinforce(List.of(AssignmentStatus.ON_SCENE));

        // When
        incident.askForAssistance(NOW);

        // Then
        assertThat(level(incident)).isEqualTo(1);
        assertThat(codes(incident)).startsWith(Code.ASSISTANCE_ASKED);
    }

    private static int level(Incident incident) {
        return IncidentPriority.of(incident, NOW).level();
    }

    private static List<Code> codes(Incident incident) {
        return IncidentPriority.of(incident, NOW).reasons().stream()
                .map(IncidentPriority.Reason::code)
                .toList();
    }

    private static Incident incident(int severity, @Nullable Duration age) {
        var known = Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE);
        var verdict = new VerdictReached(
                known.dossierId(),
                known.verdictId(),
                known.jurisdiction(),
                known.verdict(),
                severity,
                known.place(),
                known.latitude(),
                known.longitude(),
                age == null ? null : NOW.minus(age),
                null,
                known.proposedAt(),
                known.confirmedAt());
        return Incident.open(IdGenerator.next(), verdict, NOW);
    }
}
