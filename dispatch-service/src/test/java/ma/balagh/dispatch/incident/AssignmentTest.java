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
    void refusesAStepBeforeItWasSent() {
        // Given
        var assignment = assignment();

        // When // Then
        assertThatThrownBy(() -> assignment.progress(ProgressStatus.EN_ROUTE, NOW.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo("at")));
    }

    @Example
    void takesAStepBeforeTheOneThatWasNotedForIt() {
        // Given: somebody noted that it had left when they heard of it
        var assignment = assignment();
        assignment.progress(ProgressStatus.EN_ROUTE, NOW.plusSeconds(480));

        // When
        assignment.progress(ProgressStatus.ON_SCENE, NOW.plusSeconds(360));

        // Then
        assertThat(assignment.status()).isEqualTo(AssignmentStatus.ON_SCENE);
        assertThat(assignment.enRouteAt()).isEqualTo(NOW.plusSeconds(480));
        assertThat(assignment.onSceneAt()).isEqualTo(NOW.plusSeconds(360));
    }

    @Example
    void fillsInAStepBeforeTheOneThatWasNotedForIt() {
        // Given: the outcome released it before its phone told anything
        var assignment = assignment();
        assignment.progress(ProgressStatus.ACKNOWLEDGED, NOW.plusSeconds(480));
        assignment.release(NOW.plusSeconds(500));

        // When
        assertThat(assignment.isLate(ProgressStatus.EN_ROUTE, NOW.plusSeconds(60)))
                .isTrue();
        assignment.fillIn(ProgressStatus.EN_ROUTE, NOW.plusSeconds(60));

        // Then
        assertThat(assignment.enRouteAt()).isEqualTo(NOW.plusSeconds(60));
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

    @Example
    void takesWhatWasDoneBeforeTheOutcomeAndToldAfterIt() {
        // Given
        var assignment = assignment();
        var outcome = NOW.plusSeconds(60);
        assignment.release(outcome);

        // When
        assertThat(assignment.isLate(ProgressStatus.EN_ROUTE, NOW.plusSeconds(20)))
                .isTrue();
        assignment.fillIn(ProgressStatus.EN_ROUTE, NOW.plusSeconds(20));
        assignment.fillIn(ProgressStatus.ON_SCENE, NOW.plusSeconds(40));

        // Then
        assertThat(assignment.status()).isEqualTo(AssignmentStatus.ON_SCENE);
        assertThat(assignment.enRouteAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(assignment.onSceneAt()).isEqualTo(NOW.plusSeconds(40));
        assertThat(assignment.releasedAt()).isEqualTo(outcome);
        assertThat(assignment.isLate(ProgressStatus.ACKNOWLEDGED, NOW.plusSeconds(30)))
                .as("later than the step that follows it")
                .isFalse();
    }

    @Example
    void isNotLateAfterItsEnd() {
        // Given
        var assignment = assignment();
        var outcome = NOW.plusSeconds(60);
        assignment.release(outcome);

        // When // Then
        assertThat(assignment.isLate(ProgressStatus.ON_SCENE, outcome)).isTrue();
        assertThat(assignment.isLate(ProgressStatus.ON_SCENE, outcome.plusMillis(1)))
                .isFalse();
        assertThat(assignment.isLate(ProgressStatus.ON_SCENE, null)).isFalse();
        assignment.progress(ProgressStatus.CLEARED, NOW.plusSeconds(90));
        assertThat(assignment.isLate(ProgressStatus.ON_SCENE, NOW.plusSeconds(70)))
                .as("between the outcome and the clearing of the scene")
                .isFalse();
        assertThatThrownBy(() -> assignment.fillIn(ProgressStatus.EN_ROUTE, NOW.minusSeconds(1)))
                .isInstanceOf(ProblemException.class);
    }

    @Example
    void staysCalledBackWhereItHadClearedTheSceneBefore() {
        // Given
        var assignment = assignment();
        assignment.progress(ProgressStatus.EN_ROUTE, NOW);
        assignment.standDown(NOW.plusSeconds(60));

        // When
        assertThat(assignment.isLate(ProgressStatus.CLEARED, NOW.plusSeconds(40)))
                .isTrue();
        assignment.fillIn(ProgressStatus.CLEARED, NOW.plusSeconds(40));

        // Then
        assertThat(assignment.status()).isEqualTo(AssignmentStatus.STOOD_DOWN);
        assertThat(assignment.clearedAt()).isEqualTo(NOW.plusSeconds(40));
        assertThat(assignment.releasedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(assignment.isLate(ProgressStatus.CLEARED, NOW.plusSeconds(70)))
                .isFalse();
    }

    private static Assignment assignment() {
        var incident =
                Incident.open(IdGenerator.next(), Story.verdict(IdGenerator.next(), Verdict.PRESUMED_OFFENCE), NOW);
        return Assignment.of(
                IdGenerator.next(), incident, SampleUnits.named("UNIT-1"), AssignmentRole.LEAD, "dispatcher", NOW);
    }
}
