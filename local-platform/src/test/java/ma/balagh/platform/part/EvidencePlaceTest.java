package ma.balagh.platform.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ma.balagh.platform.suite.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvidencePlaceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private Workplace workplace;

    @BeforeEach
    void aNewSuite() {
        workplace = Workplace.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
    }

    @Test
    void isADirectoryUnlessSomebodySaysOtherwise() {
        // Then
        assertThat(EvidencePlace.of(workplace)).isEqualTo(EvidencePlace.FILE);
        assertThat(new Suite(workplace).partNames()).doesNotContain("s3");
    }

    @Test
    void isRememberedByTheSuite() {
        // When
        EvidencePlace.S3.choose(workplace);
        // Then
        assertThat(EvidencePlace.of(workplace)).isEqualTo(EvidencePlace.S3);
        assertThat(new Suite(workplace).partNames()).containsSubsequence("keycloak", "s3", "intake");
    }

    @Test
    void staysWhereEvidenceMayLie() throws IOException {
        // Given
        EvidencePlace.S3.choose(workplace);
        Files.createDirectory(data.resolve("intake"));
        // Then
        assertThatThrownBy(() -> EvidencePlace.FILE.choose(workplace))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("\"s3\"")
                .hasMessageContaining("./balagh reset --port-offset 500");
        assertThatCode(() -> EvidencePlace.S3.choose(workplace)).doesNotThrowAnyException();
    }
}
