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

final class EvidenceStorageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private SuiteDirectories workplace;

    @BeforeEach
    void aNewSuite() {
        workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), data, 500);
    }

    @Test
    void isADirectoryUnlessSomebodySaysOtherwise() {
        // Then
        assertThat(EvidenceStorage.of(workplace)).isEqualTo(EvidenceStorage.FILE);
        assertThat(new Suite(workplace).partNames()).doesNotContain("s3");
    }

    @Test
    void isRememberedByTheSuite() {
        // When
        EvidenceStorage.S3.choose(workplace);
        // Then
        assertThat(EvidenceStorage.of(workplace)).isEqualTo(EvidenceStorage.S3);
        assertThat(new Suite(workplace).partNames()).containsSubsequence("keycloak", "s3", "intake");
    }

    @Test
    void staysWhereEvidenceMayLie() throws IOException {
        // Given
        EvidenceStorage.S3.choose(workplace);
        Files.createDirectory(data.resolve("intake"));
        // Then
        assertThatThrownBy(() -> EvidenceStorage.FILE.choose(workplace))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("\"s3\"")
                .hasMessageContaining("./balagh reset --port-offset 500");
        assertThatCode(() -> EvidenceStorage.S3.choose(workplace)).doesNotThrowAnyException();
    }
}
