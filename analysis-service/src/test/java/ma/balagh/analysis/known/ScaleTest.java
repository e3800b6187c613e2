package ma.balagh.analysis.known;

import static ma.balagh.analysis.known.Bankers.ANALYST;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.footage.FootageIndex;
import ma.balagh.analysis.footage.InventedMedia;
import ma.balagh.analysis.footage.StartMeasurement;
import ma.balagh.analysis.media.Media;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Prints how long things take with so many media known ({@code docs/laboratory.md}, "The index"). */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
@EnabledIfSystemProperty(named = "balagh.scale", matches = "\\d+")
class ScaleTest extends LaboratoryVisit {

    private static final String MP4 = "video/mp4";

    @Inject
    FootageIndex index;

    @Test
    void banksSearchesAndExaminesOnALargeBase() throws Exception {
        // Given: what was examined last week, and much else
        Path clip = Media.clip(directory.resolve("a.mp4"), Media.cells(331), 10);
        byte[] copy = Files.readAllBytes(Media.copy(directory.resolve("b.mp4"), clip, "-crf", "33"));
        UUID report = examined(clip);
        InventedMedia.fill(Integer.getInteger("balagh.scale"));
        StartMeasurement.print(directory);

        long behind = System.nanoTime();
        index.compare(index.recorder().query());
        say("catching up with all of it", behind);

        // When
        for (int seed = 333; seed < 336; seed++) {
            Path other = Media.clip(directory.resolve(seed + ".mp4"), Media.cells(seed), 10);
            long start = System.nanoTime();
            examined(other);
            say("examining a clip of 10 s", start);
        }
        UUID known = examined(directory.resolve("b.mp4"));
        long start = System.nanoTime();
        ANALYST.banked(known, "FICTION");
        say("banking", start);
        ANALYST.examines(report).body(Bankers.KNOWN_MATCHES, hasSize(1));
        say("banking, and reading the match of the report", start);

        // Then
        for (int k = 0; k < 3; k++) {
            start = System.nanoTime();
            ANALYST.searches(MP4, copy).statusCode(200).body("matches", hasSize(1));
            say("searching with a clip of 10 s", start);
        }
    }

    private static void say(String what, long start) {
        System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
