package ma.balagh.platform.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openstreetmap.osmosis.osmbinary.Osmformat;
import org.openstreetmap.osmosis.osmbinary.file.BlockOutputStream;
import org.openstreetmap.osmosis.osmbinary.file.FileBlock;

final class RoadExtractStoreTest {

    private static final long DEGREE = 1_000_000_000L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SuiteDirectories workplace;

    @SuppressWarnings("NullAway.Init")
    private Path extract;

    @BeforeEach
    void aNewSuite() {
        workplace = SuiteDirectories.in(Path.of("..").toAbsolutePath().normalize(), folder.resolve("data"), 500);
        extract = folder.resolve("roads.osm.pbf");
    }

    @Test
    void isRememberedByTheSuiteUntilSomebodySaysNone() throws IOException {
        // Given
        write(header("OsmSchema-V0.6").setBbox(box(-8, 33, -7, 34)));
        assertThat(RoadExtractStore.of(workplace)).isEmpty();

        // When
        RoadExtractStore.choose(workplace, extract);

        // Then
        assertThat(RoadExtractStore.of(workplace)).contains(extract);

        // When
        RoadExtractStore.choose(workplace, folder.resolve("none"));

        // Then
        assertThat(RoadExtractStore.of(workplace)).isEmpty();
    }

    @Test
    void takesAnExtractThatDoesNotSayWhatItCovers() throws IOException {
        // Given
        write(header("OsmSchema-V0.6"));

        // When
        RoadExtractStore.choose(workplace, extract);

        // Then
        assertThat(RoadExtractStore.of(workplace)).contains(extract);
    }

    @Test
    void refusesAnExtractOfAnotherCountry() throws IOException {
        // Given: Monaco
        write(header("OsmSchema-V0.6").setBbox(box(7, 43, 8, 44)));

        // Then
        assertRefused("roads.osm.pbf is of another country: it covers latitudes 43.00 to 44.00");
    }

    @Test
    void refusesAnExtractThatIsCut() throws IOException {
        // Given: a second block, as a whole extract has thousands
        write(header("OsmSchema-V0.6").setBbox(box(-8, 33, -7, 34)));
        byte[] whole = Files.readAllBytes(extract);
        byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);

        // Then
        for (int size : new int[] {whole.length + 2, whole.length + 10, twice.length - 1}) {
            Files.write(extract, Arrays.copyOf(twice, size));
            assertRefused("roads.osm.pbf is cut or damaged");
        }

        // When
        Files.write(extract, twice);
        RoadExtractStore.choose(workplace, extract);

        // Then
        assertThat(RoadExtractStore.of(workplace)).contains(extract);
    }

    @Test
    void refusesWhatIsNoExtract() throws IOException {
        assertRefused("There is no file");

        Files.createFile(extract);
        assertRefused("roads.osm.pbf is empty");

        Files.writeString(extract, "<?xml version='1.0'?><osm version='0.6'/>");
        assertRefused("is no OpenStreetMap extract in PBF format");

        Files.writeString(extract, "x");
        assertRefused("is no OpenStreetMap extract in PBF format");

        write("OSMData", header("OsmSchema-V0.6").build().toByteString());
        assertRefused("is no OpenStreetMap extract in PBF format");

        write(header("OsmSchema-V0.6").setBbox(box(-8, 33, -7, 34)));
        Files.write(extract, Arrays.copyOf(Files.readAllBytes(extract), 20));
        assertRefused("is no OpenStreetMap extract in PBF format");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> RoadExtractStore.choose(workplace, extract))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(reason);
        assertThat(RoadExtractStore.of(workplace)).isEmpty();
    }

    private static Osmformat.HeaderBlock.Builder header(String feature) {
        return Osmformat.HeaderBlock.newBuilder().addRequiredFeatures(feature);
    }

    private static Osmformat.HeaderBBox box(long west, long south, long east, long north) {
        return Osmformat.HeaderBBox.newBuilder()
                .setLeft(west * DEGREE)
                .setBottom(south * DEGREE)
                .setRight(east * DEGREE)
                .setTop(north * DEGREE)
                .build();
    }

    private void write(Osmformat.HeaderBlock.Builder header) throws IOException {
        write("OSMHeader", header.build().toByteString());
    }

    private void write(String type, ByteString content) throws IOException {
        try (var file = Files.newOutputStream(extract)) {
            new BlockOutputStream(file).write(FileBlock.newInstance(type, content, null));
        }
    }
}
