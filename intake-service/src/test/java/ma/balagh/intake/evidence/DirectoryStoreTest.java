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

final class DirectoryStoreTest {

    private final Digest digest = new Digest(Clips.sha256(Clips.mp4()));

    @Test
    void callsNothingMissingWhenTheWholeStoreIsAway(@TempDir Path directory) throws IOException {
        // Given
        var config = new StoreConfig(directory);
        var staging = new StagingDisk(config);
        staging.open(new StartupEvent());
        var store = new DirectoryStore(config, staging, new Integrity(config, Clock.systemUTC()));
        // When
        assertThat(store.standing(digest)).isEqualTo(EvidenceStore.Standing.MISSING);
        staging.close(new ShutdownEvent());
        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> store.standing(digest))
                .matches(problem -> problem.type() == CommonProblem.UNAVAILABLE)
                .matches(problem -> Duration.ofSeconds(30).equals(problem.retryAfter()));
    }
}
