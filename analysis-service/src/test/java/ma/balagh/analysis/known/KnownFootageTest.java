package ma.balagh.analysis.known;

import static ma.balagh.analysis.known.Bankers.ANALYST;
import static ma.balagh.analysis.known.Bankers.KNOWN_MATCHES;
import static ma.balagh.analysis.known.Bankers.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.dossier.Staff;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class KnownFootageTest extends LaboratoryVisit {

    @Test
    void namesWhatWasExaminedBeforeItsFootageWasBankedUntilThatIsRemoved() throws Exception {
        // Given
        Path film = Media.clip(directory.resolve("film.mp4"), Media.cells(301), 4);
        UUID filmId = examined(film);
        UUID reported = examined(Media.copy(directory.resolve("cut.mp4"), film, "-ss", "1", "-vf", "hflip"));

        // When
        UUID known = ANALYST.banked(filmId, "FICTION");

        // Then
        ANALYST.examines(reported)
                .body(KNOWN_MATCHES, hasSize(1))
                .body(KNOWN_MATCHES + "[0].with.id", equalTo(known.toString()))
                .body(KNOWN_MATCHES + "[0].with.known.kind", equalTo("FICTION"))
                .body(KNOWN_MATCHES + "[0].with.known.reference", equalTo("REF-1"))
                .body(KNOWN_MATCHES + "[0].with.known.evidenceId", equalTo(filmId.toString()))
                .body(KNOWN_MATCHES + "[0].kind", equalTo("COPY"))
                .body(KNOWN_MATCHES + "[0].transformation", equalTo("MIRRORED"))
                .body(KNOWN_MATCHES + "[0].alterations", hasItem("TRIMMED"))
                .body("items[0].matches.with.kind", containsInAnyOrder("KNOWN_FOOTAGE", "EVIDENCE"));
        ANALYST.examines(filmId).body(KNOWN_MATCHES, empty());

        // When
        ANALYST.removes(known).statusCode(204);

        // Then
        ANALYST.examines(reported).body("items[0].matches.with.kind", contains("EVIDENCE"));
        ANALYST.reads(known).statusCode(404);
        ANALYST.removes(known).statusCode(404);
        ANALYST.lists().body("items.id", not(hasItem(known.toString())));
        assertThat(removedBy(known)).isEqualTo("analyst");
    }

    @Test
    void namesWhatIsExaminedAfterItsFootageWasBanked() throws Exception {
        // Given
        Path film = Media.clip(directory.resolve("film.mp4"), Media.cells(302), 3);
        UUID known = ANALYST.banked(examined(film), "FOREIGN");

        // When
        UUID reported = examined(Media.copy(directory.resolve("copy.mp4"), film, "-crf", "33"));

        // Then
        ANALYST.examines(reported).body(KNOWN_MATCHES + ".with.id", contains(known.toString()));
        Staff.ANALYST
                .reads(dossierOf(reported))
                .body("matches.findAll { it.with.kind == 'KNOWN_FOOTAGE' }.with.id", contains(known.toString()))
                .body("matches.kind", everyItem(equalTo("COPY")));
    }

    @Test
    void banksOnceAndShowsWhatIsBanked() throws Exception {
        // Given
        UUID evidenceId = examined(Media.clip(directory.resolve("a.mp4"), Media.cells(303), 2));
        var entry = Map.of("evidenceId", evidenceId, "kind", "CASE", "reference", " 2026/17 ", "summary", "Rue X");
        String key = IdGenerator.next().toString();

        // When
        var answer = Staff.ANALYST
                .request()
                .header("Idempotency-Key", key)
                .body(entry)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract();
        UUID id = UUID.fromString(answer.path("id"));

        // Then
        assertThat(answer.header("Location")).endsWith(PATH + "/" + id);
        Staff.ANALYST
                .request()
                .header("Idempotency-Key", key)
                .body(entry)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("id", equalTo(id.toString()));
        ANALYST.banks(entry).statusCode(409).body("type", endsWith("/problems/already-banked"));
        ANALYST.reads(id)
                .statusCode(200)
                .header("ETag", equalTo(answer.header("ETag")))
                .body("evidenceId", equalTo(evidenceId.toString()))
                .body("dossierId", equalTo(dossierOf(evidenceId).toString()))
                .body("kind", equalTo("CASE"))
                .body("reference", equalTo("2026/17"))
                .body("state", equalTo("BANKED"))
                .body("quarantine", nullValue())
                .body("bankedBy", equalTo("analyst"));
        Staff.ANALYST
                .request()
                .header("If-None-Match", answer.header("ETag"))
                .get(PATH + "/" + id)
                .then()
                .statusCode(304);
        Staff.ANALYST
                .request()
                .header("If-Match", "\"another\"")
                .delete(PATH + "/" + id)
                .then()
                .statusCode(412);
        ANALYST.lists().statusCode(200).body("items[0].id", equalTo(id.toString()));
    }

    @Test
    void pagesThroughTheBankNewestFirst() throws Exception {
        // Given
        UUID first = ANALYST.banked(examined(Media.clip(directory.resolve("a.mp4"), Media.cells(304), 1)), "CASE");
        UUID second = ANALYST.banked(examined(Media.clip(directory.resolve("b.mp4"), Media.cells(305), 1)), "CASE");

        // When
        String next = Staff.ANALYST
                .request()
                .queryParam("limit", 1)
                .get(PATH)
                .then()
                .body("items.id", contains(second.toString()))
                .extract()
                .path("next");

        // Then
        Staff.ANALYST
                .request()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .body("items.id", contains(first.toString()));
    }

    @Test
    void refusesWhatSaysTooLittleOrIsAboutNothing() {
        ANALYST.banks(Map.of("reference", " ", "summary", "x"))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("evidenceId", "kind", "reference"));
        ANALYST.banks(Map.of("evidenceId", IdGenerator.next(), "kind", "WHATEVER", "reference", "x", "summary", "x"))
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        ANALYST.banks(IdGenerator.next(), "CASE").statusCode(404);
        ANALYST.reads(IdGenerator.next()).statusCode(404);
    }

    @Test
    void refusesEvidenceThatCouldNotBeRead() {
        UUID evidenceId = arrivals.secured(new byte[] {1, 2, 3}, "MA");
        arrivals.awaitExamined(evidenceId);

        ANALYST.banks(evidenceId, "CASE").statusCode(409).body("type", endsWith("/problems/nothing-to-compare"));
    }

    @Test
    void hidesWhatWasMadeOfEvidenceThatLiesElsewhere() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("a.mp4"), Media.cells(306), 3);
        UUID here = examined(clip);
        UUID known = ANALYST.banked(here, "CASE");
        UUID there = arrivals.secured(
                Files.readAllBytes(Media.copy(directory.resolve("b.mp4"), clip, "-crf", "33")), "MA-RBA");
        arrivals.awaitExamined(there);

        // Then
        Bankers rabat = ANALYST.in("MA-RBA");
        rabat.reads(known).statusCode(404);
        rabat.removes(known).statusCode(404);
        rabat.banks(here, "CASE").statusCode(404);
        rabat.lists().statusCode(200).body("items.id", not(hasItem(known.toString())));
        rabat.examines(there).statusCode(200).body("items[0].matches", empty());
        ANALYST.examines(there).body(KNOWN_MATCHES + ".with.id", contains(known.toString()));
        rabat.searches("video/mp4", Files.readAllBytes(clip)).statusCode(200).body("matches", empty());
    }

    @Test
    void hidesWhatWasMadeOfMisconductFromAllButInternalAffairs() throws Exception {
        // Given
        Path clip = Media.clip(directory.resolve("bribe.mp4"), Media.cells(307), 3);
        UUID misconduct = examined(clip);
        UUID known = ANALYST.banked(misconduct, "CASE");
        UUID dossier = dossierOf(misconduct);

        // When
        Staff.OFFICER
                .decides(dossier, Staff.ANALYST.proposes(dossier, "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then
        ANALYST.reads(known).statusCode(404);
        ANALYST.removes(known).statusCode(404);
        ANALYST.lists().body("items.id", not(hasItem(known.toString())));
        ANALYST.searches("video/mp4", Files.readAllBytes(clip)).statusCode(200).body("matches", empty());
        new Bankers(Staff.INSPECTING_ANALYST).reads(known).statusCode(200);
    }

    private String removedBy(UUID known) {
        return database.one(String.class, "select removed_by_name from known_footage where id = ?", known);
    }
}
