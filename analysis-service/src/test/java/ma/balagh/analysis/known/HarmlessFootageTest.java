package ma.balagh.analysis.known;

import static ma.balagh.analysis.known.Bankers.ANALYST;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.util.UUID;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.media.Media;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What media share by a title card that is banked as harmless. */
@Tag("long")
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class HarmlessFootageTest extends LaboratoryVisit {

    @Test
    void findsNothingInCommonBetweenMediaThatShareATitleCard() throws Exception {
        // Given
        Path card = Media.clip(directory.resolve("card.mp4"), Media.cells(310), 4);
        UUID one = examined(behind(card, 311));
        UUID other = examined(behind(card, 312));
        ANALYST.examines(one).body("items[0].matches.with.id", contains(other.toString()));

        // When
        UUID known = ANALYST.banked(examined(card), "HARMLESS");

        // Then
        ANALYST.examines(one).body("items[0].matches", empty());
        ANALYST.examines(other).body("items[0].matches", empty());

        // When
        ANALYST.removes(known).statusCode(204);

        // Then
        ANALYST.examines(one).body("items[0].matches.with.id", hasItem(other.toString()));
    }

    @Test
    void keepsWhatMediaShareBesideATitleCard() throws Exception {
        // Given
        Path card = Media.clip(directory.resolve("card.mp4"), Media.cells(313), 3);
        Path film = behind(card, 314);
        UUID original = examined(film);
        UUID copy = examined(Media.copy(directory.resolve("copy.mp4"), film, "-crf", "33"));

        // When
        ANALYST.banked(examined(card), "HARMLESS");

        // Then
        ANALYST.examines(copy).body("items[0].matches.with.id", contains(original.toString()));
    }

    private Path behind(Path card, int seed) {
        Path own = Media.clip(directory.resolve(seed + ".mp4"), Media.cells(seed), 6);
        return Media.joined(directory.resolve("film-" + seed + ".mp4"), card, own);
    }
}
