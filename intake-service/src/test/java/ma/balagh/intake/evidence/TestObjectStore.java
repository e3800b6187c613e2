package ma.balagh.intake.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.objectstore.ObjectStoreProgram;
import ma.balagh.platform.objectstore.ObjectStoreTestProgram;
import org.awaitility.Awaitility;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** An object store in a process of its own, one for all tests of this JVM, which it ends with. */
final class TestObjectStore {

    static final String BUCKET = "evidence";

    private static final Path ARCHIVE = Path.of("target/programs/s3mock.jar");

    private static final String RUNNING = "balagh.test.object-store";
    private static final Duration START = Duration.ofMinutes(3);

    private static final class Shared {
        private static final TestObjectStore STORE = start();
    }

    private final ObjectStoreProgram program;

    private TestObjectStore(ObjectStoreProgram program) {
        this.program = program;
    }

    static TestObjectStore shared() {
        return Shared.STORE;
    }

    /** Tests of Quarkus load this class anew: the property tells them of the process that is there already. */
    private static synchronized TestObjectStore start() {
        String running = System.getProperty(RUNNING);
        if (running != null) {
            int split = running.indexOf(':');
            return new TestObjectStore(new ObjectStoreProgram(
                    ARCHIVE, Path.of(running.substring(split + 1)), Integer.parseInt(running.substring(0, split))));
        }
        try {
            var program = new ObjectStoreProgram(
                    ARCHIVE, Files.createTempDirectory(Path.of("target"), "s3-").toAbsolutePath(), PortProbe.anyFree());
            program.prepare();
            start(program);
            program.createBucket(BUCKET);
            System.setProperty(RUNNING, program.port() + ":" + program.directory());
            return new TestObjectStore(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(ObjectStoreProgram program) throws IOException {
        var source = ObjectStoreTestProgram.class.getProtectionDomain().getCodeSource();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ObjectStoreProgram.OPTIONS);
        // Little is hashed here; a quick start counts.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(
                List.of("-cp", ARCHIVE + ":" + source.getLocation().getPath(), ObjectStoreTestProgram.class.getName()));
        command.addAll(program.arguments());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(program.directory().resolve("log").toFile())
                .start();
        Awaitility.await().atMost(START).until(() -> HttpProbe.status(program.address() + "/") == 200);
    }

    /** The settings that lead here, with others beside or instead. */
    S3Config settings(Map<String, String> others) {
        var settings = new HashMap<>(Map.of(
                "endpoint", program.address(),
                "bucket", BUCKET,
                "path-style", "true",
                "access-key-id", "intake",
                "secret-access-key", "object-store-local",
                "part-size", "5M",
                // Tests ask whether it is right, not whether it is quick while everything else runs.
                "check-time", "1m"));
        settings.putAll(others);
        var named = new HashMap<String, String>();
        settings.forEach((name, value) -> named.put("balagh.evidence.s3." + name, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(S3Config.class)
                .withSources(new PropertiesConfigSource(named, "test", 100))
                .build()
                .getConfigMapping(S3Config.class);
    }

    /** Overwrites an object as somebody who has the keys would. */
    void overwrite(Sha256Digest digest, byte[] bytes) {
        var access = new BucketClient(settings(Map.of()));
        access.client().putObject(put -> put.bucket(BUCKET).key(digest.path()), RequestBody.fromBytes(bytes));
        access.close();
    }

    /** A bucket that keeps earlier versions of its objects. */
    String bucketWithVersions() {
        String bucket = "versions-" + System.nanoTime();
        var access = new BucketClient(settings(Map.of()));
        access.client().createBucket(create -> create.bucket(bucket));
        access.client()
                .putBucketVersioning(put -> put.bucket(bucket)
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        access.close();
        return bucket;
    }

    /** How many versions of an object a bucket has. */
    int versions(String bucket, Sha256Digest digest) {
        var access = new BucketClient(settings(Map.of()));
        int versions = access.client()
                .listObjectVersions(list -> list.bucket(bucket).prefix(digest.path()))
                .versions()
                .size();
        access.close();
        return versions;
    }

    /** Changes the bytes of an object on the store's own disk, of which the store notices nothing. */
    void rot(byte[] original, byte[] bytes) throws IOException {
        try (Stream<Path> files = Files.walk(program.objects())) {
            for (Path file : files.filter(each -> each.endsWith("binaryData")).toList()) {
                if (Arrays.equals(Files.readAllBytes(file), original)) {
                    Files.write(file, bytes);
                }
            }
        }
    }

    /** A store in this bucket. */
    static BucketStore store(EvidenceConfig evidence, StagingDirectory staging, S3Config settings, Clock clock) {
        var access = new BucketClient(settings);
        var lock = new ObjectLockCheck(access, settings, clock);
        return new BucketStore(
                access,
                lock,
                new BucketWriter(access, lock, settings),
                new BucketEraser(access),
                staging,
                new CachedIntegrityVerifier(evidence, clock),
                settings);
    }
}
