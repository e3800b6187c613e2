package ma.balagh.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.dispatch.Story;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.unit.SampleUnits;
import ma.balagh.http.ProblemException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class AssignmentTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Property(tries = 300)
    void goesForwardOnly(@ForAll @Size(max = 10) List<ProgressStatus> reports) {
        // Given
        var assignment = assignment();
        int reached = 0;

        for (int step = 0; step < reports.size(); step++) {
            var report = reports.get(step);
            try {
                // When
                assignment.progress(report, NOW.plusSeconds(step));
                // Then
                assertThat(assignment.status().ordinal()).isGreaterThan(reached);
                reached = assignment.status().ordinal();
            } catch (ProblemException refused) {
                assertThat(refused.type().status()).isEqualTo(409);
                assertThat(assignment.status().ordinal()).isEqualTo(reached);
            }
        }
        assertThat(assignment.isActive()).isEqualTo(assignment.status() != AssignmentStatus.CLEARED);
    }

    @Example
    void refusesAStepBeforeThePreviousOne() {
        // Given
        var assignment = assignment();
        assignment.progress(ProgressStatus.EN_ROUTE, NOW.plusSeconds(60));

        // When // Then
        assertThatThrownBy(() -> assignment.progress(ProgressStatus.ON_SCENE, NOW.plusSeconds(59)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo("at")));
    }

    @Example
    void canOnlyBeClearedOnceItIsReleased() {
        // Given
        var assignment = assignment();
        assignment.progress(ProgressStatus.EN_ROUTE, NOW);
        assignment.release(NOW.plusSeconds(60));

        // When // Then
        assertThatThrownBy(() -> assignment.progress(ProgressStatus.ON_SCENE, NOW.plusSeconds(90)))
                .isInstanceOf(ProblemException.class);

        // When
        assignment.progress(ProgressStatus.CLEARED, NOW.plusSeconds(90));

        // Then
        assertThat(assignment.clearedAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(assignment.releasedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    private static Assignment assignment() {
        var incident =
                Incident.open(IdGenerator.next(), Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE), NOW);
        return Assignment.of(
                IdGenerator.next(), incident, SampleUnits.named("UNIT-1"), AssignmentRole.LEAD, "dispatcher", NOW);
    }
}
