package ma.balagh.dispatch.road;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.WeightingFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Makes the graph of an extract, or takes the one that was made of it before. It is kept in a folder that is named by the
 * extract's digest, and is moved there when it is complete: neither a start that was cut off nor another replica that
 * imports the same extract leaves anything half done.
 */
final class RoadGraphLoader {

    /** Raised when GraphHopper, or what is kept of a road, changes: older folders are then made anew. */
    private static final String FORMAT = "gh11-1";

    private static final String UNFINISHED = "unfinished-";
    private static final Duration LONGEST_IMPORT = Duration.ofDays(1);

    private final RoadConfig config;

    RoadGraphLoader(RoadConfig config) {
        this.config = config;
    }

    /** @throws UnusableExtractException when the file is no extract, is damaged, or has no roads */
    RoadGraph load(Path extract) throws UnusableExtractException, IOException {
        ExtractVerifier.verify(extract);
        var folder = config.cacheDirectory().resolve(FORMAT + "-" + digest(extract));
        if (!Files.isDirectory(folder)) {
            importInto(folder, extract);
        }
        var hopper = hopper(folder).setAllowWrites(false);
        if (!hopper.load()) {
            throw new IOException("no graph in " + folder);
        }
        return new RoadGraph(hopper);
    }

    private void importInto(Path folder, Path extract) throws UnusableExtractException, IOException {
        Files.createDirectories(config.cacheDirectory());
        var unfinished = Files.createTempDirectory(config.cacheDirectory(), UNFINISHED);
        try {
            var hopper = hopper(unfinished).setOSMFile(extract.toString());
            importRoads(hopper, extract);
            removeOlder();
            Files.move(unfinished, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            remove(unfinished);
        }
    }

    private static void importRoads(GraphHopper hopper, Path extract) throws UnusableExtractException {
        try {
            hopper.importOrLoad();
        } catch (RuntimeException e) { // what GraphHopper throws for damaged files
            throw new UnusableExtractException(extract, "is damaged or has no roads", e);
        } finally {
            hopper.close();
        }
    }

    private GraphHopper hopper(Path folder) {
        var hopper = new GraphHopper() {
            @Override
            protected WeightingFactory createWeightingFactory() {
                return (profile, hints, withoutTurns) ->
                        RoadWeighting.of(getEncodingManager(), RoadMode.ofVehicle(profile.getName()), new BitSet());
            }
        };
        return hopper.setProfiles(RoadMode.profiles())
                .setEncodedValuesString(RoadMode.encodedValues())
                .setMinNetworkSize(config.smallestNetwork())
                .setGraphHopperLocation(folder.toString());
    }

    private static String digest(Path extract) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var input = new DigestInputStream(Files.newInputStream(extract), digest)) {
                input.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Graphs of extracts that are no longer used, and imports that were cut off; what a replica imports now stays. */
    private void removeOlder() throws IOException {
        try (Stream<Path> folders = Files.list(config.cacheDirectory())) {
            for (Path folder : folders.toList()) {
                if (!folder.getFileName().toString().startsWith(UNFINISHED) || isAbandoned(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path unfinished) throws IOException {
        return Files.getLastModifiedTime(unfinished)
                .toInstant()
                .isBefore(Instant.now().minus(LONGEST_IMPORT));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
