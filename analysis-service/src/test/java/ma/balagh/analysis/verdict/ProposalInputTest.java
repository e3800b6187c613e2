package ma.balagh.analysis.verdict;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class ProposalInputTest {

    @Inject
    CaseFiles files;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "verdict    | {'reasons': 'Vu les images'}",
                "verdict    | {'reasons': 'Vu les images', 'verdict': 'GUILTY'}",
                "reasons    | {'verdict': 'FALSE_REPORT'}",
                "reasons    | {'verdict': 'FALSE_REPORT', 'reasons': 'trop bref'}",
                "reasons    | {'verdict': 'FALSE_REPORT', 'reasons': '              '}",
                "severity   | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'severity': 5}",
                "severity   | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'severity': 0}",
                "severity   | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'severity': '2'}",
                "latitude   | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'latitude': 91, 'longitude': 0}",
                "longitude  | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'latitude': 9, 'longitude': 181}",
                "longitude  | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'latitude': 9}",
                "latitude   | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'longitude': 9}",
                "occurredAt | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'occurredAt': '2999-01-01T00:00:00Z'}",
                "occurredAt | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'occurredAt': '0000-01-01T00:00:00Z'}",
                "occurredAt | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'occurredAt': '1969-12-31T23:59:59Z'}",
                "occurredAt | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'occurredAt': 'hier'}",
                "reasons    | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images\\u0000'}",
                "place      | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'place': 'a\\ud800'}",
                "knownCase  | {'verdict': 'KNOWN_CASE', 'reasons': 'Vu les images'}",
                "knownCase  | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'knownCase': '2016/123'}",
                "confirmed  | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'confirmed': true}",
                "facts.suspects | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'suspects': -1}}",
                "facts.victims | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'victims': 501}}",
                "facts.offence | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'offence': 'MURDER'}}",
                "facts.weapon | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'weapon': 'BOMB'}}",
                "facts.vehicle.kind | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'vehicle': {'kind': 'TANK'}}}",
                "facts.vehicle.plate | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'vehicle': {'plate': '12345-A-6'}}}",
                "facts.dangerContinues | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'dangerContinues': 'perhaps'}}",
                "facts.summary | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'facts': {'summary': 'a\\u0000'}}",
                "still.evidenceId | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'still': {'at': 1}}",
                "still.at | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'still': {'evidenceId': '019ab00b-003a-700b-801a-0000007d2b11'}}",
                "still.at | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'still': {'evidenceId': '019ab00b-003a-700b-801a-0000007d2b11', 'at': -0.1}}",
                "still.at | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'still': {'evidenceId': '019ab00b-003a-700b-801a-0000007d2b11', 'at': 1e999}}",
                "still.evidenceId | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'still': {'evidenceId': '019ab00b-003a-700b-801a-0000007d2b11', 'at': 1}}",
                "placeCertainty | {'verdict': 'PRESUMED_OFFENCE', 'reasons': 'Vu les images', 'placeCertainty': 'SURE'}",
                "facts | {'verdict': 'POLICE_MISCONDUCT', 'reasons': 'Vu les images', 'facts': {'suspects': 1}}",
                "still | {'verdict': 'FALSE_REPORT', 'reasons': 'Vu les images', 'still': {'evidenceId': '019ab00b-003a-700b-801a-0000007d2b11', 'at': 1}}"
            })
    void saysWhichFieldOfAProposalIsAtFault(String field, String body) {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();

        // When
        ANALYST.request()
                .body(body.replace('\'', '"'))
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossier)
                .then()
                // Then
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "decision | {'reason': 'Conforme'}",
                "decision | {'decision': 'PERHAPS', 'reason': 'Conforme'}",
                "reason   | {'decision': 'CONFIRM'}",
                "reason   | {'decision': 'CONFIRM', 'reason': '  '}",
                "reason   | {'decision': 'CONFIRM', 'reason': 'Conforme\\u0000'}",
                "by       | {'decision': 'CONFIRM', 'reason': 'Conforme', 'by': 'officer2'}"
            })
    void saysWhichFieldOfADecisionIsAtFault(String field, String body) {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();
        UUID proposal = ANALYST.proposes(dossier, "FALSE_REPORT");

        // When
        OFFICER.request()
                .body(body.replace('\'', '"'))
                .post("/api/v1/dossiers/{id}/verdict-proposals/{proposal}/decision", dossier, proposal)
                .then()
                // Then
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void refusesABodyThatIsNoJson() {
        // Given
        UUID dossier = files.open("MA-CAS").dossierId();

        // Then
        ANALYST.request()
                .body("{\"verdict\":")
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossier)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        ANALYST.request()
                .body("")
                .post("/api/v1/dossiers/{id}/verdict-proposals", dossier)
                .then()
                .statusCode(400);
    }
}
