package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidenceStoreTest {

    private final Digest digest = new Digest(Clips.sha256(Clips.mp4()));

    @Test
    void callsNothingMissingWhenTheWholeStoreIsAway(@TempDir Path directory) throws IOException {
        // Given
        var config = new StoreConfig(directory);
        var store = new EvidenceStore(config, new Integrity(config, Clock.systemUTC()));
        store.open(new StartupEvent());
        // When
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.MISSING);
        store.close(new ShutdownEvent());
        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> store.standing(digest))
                .matches(problem -> problem.type() == CommonProblem.UNAVAILABLE)
                .matches(problem -> Duration.ofSeconds(30).equals(problem.retryAfter()));
    }
}
