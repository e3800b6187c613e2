package ma.balagh.analysis.consultation;

import static ma.balagh.analysis.dossier.Staff.AFFAIRS;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.AUDITOR;
import static ma.balagh.analysis.dossier.Staff.COMMANDER;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody adds to a report takes neither the report nor its own dossier from anybody, whenever it is judged. */
@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class AddedMediaTest {

    /** How far the dossier of the report has come. */
    enum State {
        OPEN,
        PROPOSED,
        CONCLUDED
    }

    /** When the bytes of the other dossier are added to the report. */
    enum When {
        BEFORE_THE_PROPOSAL,
        BEFORE_THE_DECISION,
        TOLD_LATE,
        AFTER_THE_VERDICT
    }

    @Inject
    CaseFiles files;

    static Stream<Arguments> cases() {
        return Stream.of(State.values())
                .flatMap(state -> Stream.of(When.values()).map(when -> Arguments.of(state, when)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hidesNothingOfTheReportThatItIsAddedTo(State state, When when) {
        // Given
        CaseFile victim = files.open("MA-CAS");
        bring(victim, state);
        CaseFile misconduct = files.open("MA-CAS");

        // When
        if (when == When.BEFORE_THE_PROPOSAL) {
            files.bring(victim.reportId(), "MA-CAS", misconduct);
        }
        UUID proposal = ANALYST.proposes(misconduct.dossierId(), "POLICE_MISCONDUCT");
        if (when == When.BEFORE_THE_DECISION) {
            files.bring(victim.reportId(), "MA-CAS", misconduct);
        }
        OFFICER.decides(misconduct.dossierId(), proposal, "CONFIRM").statusCode(200);
        if (when == When.TOLD_LATE) {
            files.bring(victim.reportId(), "MA-CAS", misconduct);
        }
        if (when == When.AFTER_THE_VERDICT) {
            files.bringAnew(victim.reportId(), "MA-CAS", misconduct);
        }

        // Then
        for (Staff person : List.of(ANALYST, OFFICER, COMMANDER, AUDITOR)) {
            person.reads(victim.dossierId())
                    .statusCode(200)
                    .body("reports.id", contains(victim.reportId().toString()))
                    .body("evidence.id", hasItem(victim.evidenceId().toString()))
                    .body("evidence.id", not(hasItem(misconduct.evidenceId().toString())));
            person.reads(misconduct.dossierId()).statusCode(404);
            assertThat(listed(person, victim.reportId()))
                    .contains(victim.dossierId().toString())
                    .doesNotContain(misconduct.dossierId().toString());
        }
        AFFAIRS.reads(misconduct.dossierId())
                .statusCode(200)
                .body("evidence.id", contains(misconduct.evidenceId().toString()));
        if (state == State.PROPOSED) {
            UUID pending =
                    UUID.fromString(ANALYST.reads(victim.dossierId()).extract().path("proposals[0].id"));
            OFFICER.decides(victim.dossierId(), pending, "CONFIRM").statusCode(200);
        }
    }

    private static void bring(CaseFile file, State state) {
        if (state != State.OPEN) {
            UUID proposal = ANALYST.proposes(file.dossierId(), "PRESUMED_OFFENCE");
            if (state == State.CONCLUDED) {
                OFFICER.decides(file.dossierId(), proposal, "CONFIRM").statusCode(200);
            }
        }
    }

    private static List<String> listed(Staff by, UUID report) {
        return by.request()
                .queryParam("reportId", report)
                .get("/api/v1/dossiers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
