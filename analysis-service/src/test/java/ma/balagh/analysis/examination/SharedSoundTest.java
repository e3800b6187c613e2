package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Matches of media that sound the same. */
@Tag("long")
@QuarkusTest
@TestProfile(SharedSoundTest.OneMatch.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class SharedSoundTest extends LaboratoryVisit {

    public static final class OneMatch implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            var overrides = new HashMap<>(new LaboratoryProfile().getConfigOverrides());
            overrides.put("balagh.examination.sound-matches", "1");
            return overrides;
        }
    }

    @Inject
    MediaReader reader;

    @BeforeEach
    void needsChromaprint() throws Exception {
        Assumptions.assumeTrue(reader.hearsSounds(), "this FFmpeg has no Chromaprint");
    }

    @Test
    void keepsTheBestMatchesOfASongAndSaysHowManyThereAre() throws Exception {
        // Given
        Path song = Media.clip(directory.resolve("song.wav"), Media.notes(51), 12);
        List<UUID> media = new ArrayList<>();

        // When
        for (int k = 1; k <= 5; k++) {
            media.add(examined(
                    Media.copy(directory.resolve(k + ".mp3"), song, "-t", Integer.toString(7 + k), "-b:a", "64k")));
        }

        // Then: each has one of its own, and one of those that came later
        assertThat(media.stream().map(this::matches)).containsExactly(1L, 2L, 2L, 2L, 1L);
        assertThat(hearing(media.getFirst())).startsWith("sound.comparison.compared ");
        assertThat(hearing(media.getLast()))
                .startsWith("sound.comparison.often-heard ")
                .contains("\"media\": \"4\"", "\"kept\": \"1\"");
    }

    @Test
    void tellsOfAShortCommonPictureAndOfALongerCommonSound() throws Exception {
        // Given
        Path sound = Media.clip(directory.resolve("sound.wav"), Media.notes(52), 16);
        List<UUID> media = new ArrayList<>();

        // When
        for (int seed : List.of(61, 62)) {
            String picture = "[0]trim=0:4[a];[1]trim=0:12,setpts=PTS-STARTPTS[b];[a][b]concat,format=yuv420p[v]";
            media.add(examined(Media.copy(
                    directory.resolve(seed + ".mp4"),
                    Media.clip(directory.resolve("intro.mp4"), Media.cells(60), 4),
                    "-i",
                    Media.clip(directory.resolve("rest.mp4"), Media.cells(seed), 12)
                            .toString(),
                    "-i",
                    sound.toString(),
                    "-filter_complex",
                    picture,
                    "-map",
                    "[v]",
                    "-map",
                    "2:a")));
        }

        // Then
        assertThat(kinds(media.getLast())).containsExactly("SHARED_SOUND", "SHARED_SPAN");
    }

    private List<String> kinds(UUID evidenceId) {
        return database.list(
                String.class, "select match_kind from match where evidence_id = ? order by match_kind", evidenceId);
    }

    private long matches(UUID evidenceId) {
        return database.one(Long.class, "select count(*) from match where evidence_id = ?", evidenceId);
    }

    private String hearing(UUID evidenceId) {
        return database.one(String.class, """
                select code || ' ' || facts
                from finding
                join examination on examination.id = examination_id
                where evidence_id = ? and method = 'sound.comparison'
                """, evidenceId);
    }
}
