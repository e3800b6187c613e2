package ma.balagh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditTilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0/000, 0, 0, 256",
        "0/067, 0, 67, 256",
        "1/x001/067, 1, 1067, 256",
        "0/x001/x234/067, 0, 1234067, 256",
        "2/x001/x234/000.p/255, 2, 1234000, 255",
        "7/x999/999.p/1, 7, 999999, 1"
    })
    void readsHowTilesAreNamed(String path, int level, long index, int width) {
        assertThat(AuditTilePath.parse(path)).contains(new AuditTilePath(false, level, index, width));
    }

    @Test
    void readsHowBundlesAreNamed() {
        assertThat(AuditTilePath.parse("entries/x001/002.p/17")).contains(new AuditTilePath(true, 0, 1002, 17));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/1",
                "0/0000",
                "8/000",
                "-1/000",
                "0/x000/067",
                "0/001/067",
                "0/x001",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/",
                "entries",
                "data/000",
                "0/000/",
                "0/x001/x234/067/x001/x234/x067/000"
            })
    void knowsNoOthers(String path) {
        assertThat(AuditTilePath.parse(path)).isEmpty();
    }
}
