package ma.balagh.dispatch.rights;

import static ma.balagh.dispatch.incident.ArrestDuty.DOCTOR_OFFERED;
import static ma.balagh.dispatch.incident.ArrestDuty.FAMILY_INFORMED;
import static ma.balagh.dispatch.incident.ArrestDuty.GUARDIAN_INFORMED;
import static ma.balagh.dispatch.incident.ArrestDuty.LAWYER_OFFERED;
import static ma.balagh.dispatch.incident.ArrestDuty.RIGHTS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import ma.balagh.dispatch.incident.ArrestDuty;
import org.junit.jupiter.api.Test;

class RightsChecklistTest {

    private static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");

    @Test
    void missesEverythingForSomebodyOfWhomNothingWasTold() {
        // When
        var checklist = RightsChecklist.of(List.of(), 2, 0);

        // Then
        assertThat(checklist.persons())
                .extracting(ArrestedPerson::missing)
                .containsExactly(
                        List.of(RIGHTS_READ, FAMILY_INFORMED, DOCTOR_OFFERED, LAWYER_OFFERED),
                        List.of(RIGHTS_READ, FAMILY_INFORMED, DOCTOR_OFFERED, LAWYER_OFFERED));
        assertThat(checklist.missing()).isEqualTo(8);
    }

    @Test
    void missesTheGuardianOfAMinorAlone() {
        // When
        var checklist = RightsChecklist.of(List.of(person(2, true)), 2, 0);

        // Then
        assertThat(checklist.persons().getFirst().missing()).doesNotContain(GUARDIAN_INFORMED);
        assertThat(checklist.persons().getLast().missing()).contains(GUARDIAN_INFORMED);
    }

    @Test
    void believesTheNewestEntry() {
        // When
        var checklist = RightsChecklist.of(
                List.of(duty(1, RIGHTS_READ, true), duty(1, RIGHTS_READ, false), duty(1, LAWYER_OFFERED, true)), 1, 0);

        // Then
        assertThat(checklist.persons().getFirst().duties())
                .extracting(ArrestedPerson.DutyDone::duty)
                .containsExactly(LAWYER_OFFERED);
        assertThat(checklist.missing()).isEqualTo(3);
        assertThat(checklist.history()).hasSize(3);
    }

    @Test
    void countsWhoWasToldOfUntilThereIsAnOutcome() {
        assertThat(RightsChecklist.of(List.of(person(1, false)), null, 0).missing())
                .isEqualTo(4);
        assertThat(RightsChecklist.of(List.of(person(1, false)), 0, 0).missing())
                .isZero();
        assertThat(RightsChecklist.of(List.of(), null, 0).persons()).isEmpty();
        assertThat(RightsChecklist.of(List.of(person(1, false)), null, 2).persons())
                .hasSize(2);
    }

    private static RightsEntry person(int number, boolean minor) {
        return new RightsEntry(number, minor, null, null, AT, null, AT, "unit-7");
    }

    private static RightsEntry duty(int number, ArrestDuty duty, boolean done) {
        return new RightsEntry(number, null, duty, done, AT, null, AT, "unit-7");
    }
}
