package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FileNameTest {

    @Test
    void takesTheNameInEachOfItsForms() {
        assertThat(FileName.of("attachment; filename=clip.mp4")).contains("clip.mp4");
        assertThat(FileName.of("attachment; filename=\"a \\\"b\\\".mp4\"")).contains("a \"b\".mp4");
        assertThat(FileName.of("attachment; filename=\"x.mp4\"; filename*=UTF-8''%D9%81%D9%8A%D8%AF.mp4"))
                .contains("فيد.mp4");
    }

    @Test
    void leavesOutPathsAndInvisibleCharacters() {
        assertThat(FileName.of("attachment; filename=\"../../etc/passwd\"")).contains("passwd");
        assertThat(FileName.of("attachment; filename=\"C:\\\\videos\\\\a.mp4\""))
                .contains("a.mp4");
        assertThat(FileName.of("attachment; filename*=UTF-8''a%E2%80%AEgpj%00.exe"))
                .contains("agpj.exe");
    }

    @Test
    void takesNamesOfAnyLength() {
        assertThat(FileName.of("attachment; filename=\"" + "a".repeat(1_000_000) + ".mp4\""))
                .contains("a".repeat(200));
        assertThat(FileName.of("attachment; filename=\"" + "\\a".repeat(1_000_000) + "\""))
                .contains("a".repeat(200));
        assertThat(FileName.of("attachment; filename=\"" + "a".repeat(1_000_000)))
                .isEmpty();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(FileName.of("attachment")).isEmpty();
        assertThat(FileName.of("attachment; filename=\"\"")).isEmpty();
        assertThat(FileName.of("attachment; filename*=UTF-8''%ZZ")).isEmpty();
    }
}
