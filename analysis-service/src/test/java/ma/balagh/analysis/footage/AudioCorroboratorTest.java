package ma.balagh.analysis.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.sound.SoundFingerprint;
import ma.balagh.analysis.sound.SoundMatch;
import ma.balagh.analysis.sound.SoundMatchResult;
import org.junit.jupiter.api.Test;

class AudioCorroboratorTest {

    private static final SoundFingerprint MINUTE = SoundFingerprint.of(new byte[4 * 470]);

    @Test
    void keepsTheBestOfWhatIsOnlyHeardAndCountsAll() {
        // Given: of a hundred media, those in the middle have most in common
        Map<UUID, SoundMatchResult> heard = new LinkedHashMap<>();
        for (int k = 0; k < 100; k++) {
            double seconds = 30 - Math.abs(k - 50) / 4.0;
            heard.put(new UUID(0, k), new SoundMatchResult(MINUTE, List.of(new SoundMatch(0, seconds, 0, seconds, 0))));
        }

        // When
        AudioCorroborator.Witness witness = new AudioCorroborator(MINUTE, heard).with(List.of(), 3);

        // Then: of equal ones the first
        assertThat(witness.soundOnly()).isEqualTo(100);
        assertThat(witness.matches())
                .extracting(match -> match.evidenceId().getLeastSignificantBits())
                .containsExactly(50L, 49L, 51L);
    }
}
