package ma.balagh.dispatch.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadGraphLoaderTest {

    @TempDir
    Path folder;

    private Path cache;
    private Path extract;
    private RoadGraphLoader loader;

    @BeforeEach
    void hasAnEmptyCache() {
        cache = folder.resolve("cache");
        extract = folder.resolve("town.osm.pbf");
        loader = new RoadGraphLoader(SampleTravelTimes.settings(cache));
    }

    @Test
    void takesTheGraphOfTheSameExtractFromTheCache() throws Exception {
        // Given
        new SampleTown(1, 6).write(extract);
        loader.load(extract).close();
        var mark = Files.createFile(graphs().getFirst().resolve("mark"));
        Files.setLastModifiedTime(extract, FileTime.from(Instant.now().plusSeconds(60)));

        // When
        int junctions;
        try (var again = loader.load(extract)) {
            junctions = again.junctions();
        }

        // Then
        assertThat(mark).exists();
        assertThat(junctions).isEqualTo(36);
    }

    @Test
    void importsAnExtractThatHasChangedAndForgetsTheOldOne() throws Exception {
        // Given
        new SampleTown(1, 6).write(extract);
        loader.load(extract).close();
        var before = graphs();
        new SampleTown(2, 7).write(extract);

        // When
        int junctions;
        try (var changed = loader.load(extract)) {
            junctions = changed.junctions();
        }

        // Then
        assertThat(junctions).isEqualTo(49);
        assertThat(graphs()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void takesNothingFromAnImportThatWasCutOff() throws Exception {
        // Given
        new SampleTown(1, 6).write(extract);
        var recent = Files.createDirectories(cache.resolve("unfinished-1"));
        var old = Files.createDirectories(cache.resolve("unfinished-2"));
        Files.createFile(old.resolve("edges"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        // When
        int junctions;
        try (var loaded = loader.load(extract)) {
            junctions = loaded.junctions();
        }

        // Then
        assertThat(junctions).isEqualTo(36);
        assertThat(recent).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused("does not exist, or is no file");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        // Given
        Files.createFile(extract);

        // Then
        assertRefused("is empty");
    }

    @Test
    void refusesWhatIsNotPbf() throws IOException {
        for (var text : List.of("<?xml version='1.0'?><osm version='0.6'/>", "{}", "PK\3\4 and so on", "x")) {
            // Given
            Files.writeString(extract, text);

            // Then
            assertRefused("is no OpenStreetMap extract in PBF format");
        }
    }

    @Test
    void refusesAnExtractThatIsCut() throws IOException {
        // Given
        new SampleTown(1, 6).write(extract);
        byte[] whole = Files.readAllBytes(extract);
        Files.write(extract, Arrays.copyOf(whole, whole.length - 50));

        // Then
        assertRefused("is damaged or has no roads");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void refusesAnExtractWithoutRoads() throws IOException {
        // Given
        var writer = new OsmExtractWriter();
        long one = writer.node(new GeoPoint(33.5, -7.6));
        long other = writer.node(new GeoPoint(33.6, -7.6));
        writer.way(List.of(one, other), Map.of("power", "line"));
        writer.write(extract);

        // Then
        assertRefused("is damaged or has no roads");
        assertThat(cache).isEmptyDirectory();
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> loader.load(extract))
                .isInstanceOf(UnusableExtractException.class)
                .hasMessage(extract + " " + reason);
    }

    private List<Path> graphs() throws IOException {
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.toList();
        }
    }
}
