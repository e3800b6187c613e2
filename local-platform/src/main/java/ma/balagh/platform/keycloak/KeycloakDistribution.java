package ma.balagh.platform.keycloak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipInputStream;
import ma.balagh.platform.build.MavenRunner;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;

/** Keycloak's own distribution, fetched by Maven and unpacked once for all suites of this checkout. */
final class KeycloakDistribution {

    static final String VERSION = "26.7.3";

    private static final String FOLDER = "keycloak-" + VERSION;
    private static final String ARCHIVE = "keycloak-quarkus-dist-" + VERSION + ".zip";
    /** Size of that archive, for showing how far the download is. */
    private static final long ARCHIVE_BYTES = 176_710_367;

    private final SuiteDirectories workplace;
    private final Path home;

    KeycloakDistribution(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.home = workplace.shared().resolve("programs").resolve(FOLDER);
    }

    Path home() {
        return home;
    }

    /** Fetches and unpacks what is missing. */
    void provide(ProgressListener progress) throws IOException, InterruptedException {
        if (Files.exists(home)) {
            return;
        }
        var archive = workplace.shared().resolve("downloads").resolve(ARCHIVE);
        fetch(archive, progress);
        progress.say("unpacking Keycloak " + VERSION);
        var unfinished = home.resolveSibling(FOLDER + ".unfinished");
        unzip(archive, unfinished);
        Files.move(unfinished.resolve(FOLDER), home, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(unfinished);
        Files.delete(archive);
    }

    private void fetch(Path archive, ProgressListener progress) throws IOException, InterruptedException {
        progress.say("fetching Keycloak " + VERSION);
        var fetched = CompletableFuture.runAsync(() -> copyFromMaven(archive));
        while (true) {
            try {
                fetched.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                progress.advance("fetching Keycloak %s: %d of %d MB"
                        .formatted(VERSION, megabytes(arrived()), megabytes(ARCHIVE_BYTES)));
            } catch (ExecutionException e) {
                throw e.getCause() instanceof SuiteException known
                        ? known
                        : new SuiteException("Cannot fetch Keycloak: " + e.getCause(), e);
            }
        }
    }

    private void copyFromMaven(Path archive) {
        try {
            new MavenRunner(workplace)
                    .run(
                            "fetching Keycloak",
                            module -> {},
                            List.of(
                                    "-N",
                                    "dependency:copy",
                                    "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
                                    "-DoutputDirectory=" + archive.getParent()));
        } catch (IOException e) {
            throw new SuiteException("Maven does not run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted", e);
        }
    }

    /** What Maven has written so far, under whatever name it gives an unfinished file. */
    private static long arrived() throws IOException {
        var folder = MavenRunner.localRepository()
                .resolve("org/keycloak/keycloak-quarkus-dist")
                .resolve(VERSION);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.map(Path::toFile).mapToLong(java.io.File::length).max().orElse(0);
        }
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
