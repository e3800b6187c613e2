package ma.balagh.platform.objectstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import ma.balagh.platform.build.MavenRunner;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;

/** S3Mock's executable archive, fetched by Maven once for all suites of this checkout. */
final class ObjectStoreDistribution {

    private final SuiteDirectories workplace;
    private final String version;

    ObjectStoreDistribution(SuiteDirectories workplace) {
        this.workplace = workplace;
        this.version = version();
    }

    Path archive() {
        return workplace.shared().resolve("programs").resolve("s3mock-" + version + ".jar");
    }

    /** Fetches it when it is missing. */
    void provide(ProgressListener progress) throws IOException, InterruptedException {
        if (Files.exists(archive())) {
            return;
        }
        progress.say("fetching S3Mock " + version + ", some 60 MB");
        var downloads = workplace.shared().resolve("downloads");
        new MavenRunner(workplace)
                .run(
                        "fetching S3Mock",
                        module -> {},
                        List.of(
                                "-N",
                                "dependency:copy",
                                "-Dartifact=com.adobe.testing:s3mock:" + version + ":jar:exec",
                                "-DoutputDirectory=" + downloads));
        Files.createDirectories(archive().getParent());
        Files.move(downloads.resolve("s3mock-" + version + "-exec.jar"), archive(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** As the parent POM says it. */
    private static String version() {
        var versions = new Properties();
        try (var in = ObjectStoreDistribution.class.getResourceAsStream("/ma/balagh/platform/versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the launcher's own archive is broken", e);
        }
        return versions.getProperty("s3mock");
    }
}
