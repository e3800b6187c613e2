package ma.balagh.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FileNameParserTest {

    @Test
    void takesTheNameInEachOfItsForms() {
        assertThat(FileNameParser.of("attachment; filename=clip.mp4")).contains("clip.mp4");
        assertThat(FileNameParser.of("attachment; filename=\"a \\\"b\\\".mp4\""))
                .contains("a \"b\".mp4");
        assertThat(FileNameParser.of("attachment; filename=\"x.mp4\"; filename*=UTF-8''%D9%81%D9%8A%D8%AF.mp4"))
                .contains("فيد.mp4");
    }

    @Test
    void leavesOutPathsAndInvisibleCharacters() {
        assertThat(FileNameParser.of("attachment; filename=\"../../etc/passwd\""))
                .contains("passwd");
        assertThat(FileNameParser.of("attachment; filename=\"C:\\\\videos\\\\a.mp4\""))
                .contains("a.mp4");
        assertThat(FileNameParser.of("attachment; filename*=UTF-8''a%E2%80%AEgpj%00.exe"))
                .contains("agpj.exe");
    }

    @Test
    void takesNamesOfAnyLength() {
        assertThat(FileNameParser.of("attachment; filename=\"" + "a".repeat(1_000_000) + ".mp4\""))
                .contains("a".repeat(200));
        assertThat(FileNameParser.of("attachment; filename=\"" + "\\a".repeat(1_000_000) + "\""))
                .contains("a".repeat(200));
        assertThat(FileNameParser.of("attachment; filename=\"" + "a".repeat(1_000_000)))
                .isEmpty();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(FileNameParser.of("attachment")).isEmpty();
        assertThat(FileNameParser.of("attachment; filename=\"\"")).isEmpty();
        assertThat(FileNameParser.of("attachment; filename*=UTF-8''%ZZ")).isEmpty();
    }
}
