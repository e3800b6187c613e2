package ma.balagh.platform.build;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Compares what was built with its sources, by modification time. */
public final class BuildFreshnessCheck {

    private BuildFreshnessCheck() {}

    /** Whether {@code product} is missing or older than any file or folder below {@code sources}. */
    public static boolean isStale(Path product, List<Path> sources) throws IOException {
        if (!Files.exists(product)) {
            return true;
        }
        var built = Files.getLastModifiedTime(product).toMillis();
        for (var source : sources) {
            if (Files.exists(source) && newest(source) > built) {
                return true;
            }
        }
        return false;
    }

    /** A removed file shows only in the time of its folder, so that folders count, too. */
    private static long newest(Path source) throws IOException {
        var newest = new long[1];
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                newest[0] = Math.max(newest[0], attributes.lastModifiedTime().toMillis());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                newest[0] = Math.max(newest[0], attributes.lastModifiedTime().toMillis());
                return FileVisitResult.CONTINUE;
            }
        });
        return newest[0];
    }
}
