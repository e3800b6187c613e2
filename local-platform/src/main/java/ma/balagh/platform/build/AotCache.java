package ma.balagh.platform.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import ma.balagh.platform.part.SuiteDirectories;

/**
 * The start-up cache of one program (JEP 514). The first run is the training: it records what the program loads and
 * writes the cache when it ends in good order. Every later start reads it. A cache belongs to one JDK, one class path
 * and one set of options, so that its name carries a fingerprint of them.
 */
public final class AotCache {

    private final Path written;
    private final Path trained;
    private final String program;
    private final boolean mayTrain;

    private AotCache(Path written, Path trained, String program, boolean mayTrain) {
        this.written = written;
        this.trained = trained;
        this.program = program;
        this.mayTrain = mayTrain;
    }

    /** The cache of a program whose class path consists of {@code jars}. */
    public static AotCache of(SuiteDirectories workplace, String program, List<Path> jars, List<String> options)
            throws IOException {
        var directory = workplace.shared().resolve("aot");
        Files.createDirectories(directory);
        var name = program + "-" + fingerprint(jars, options) + ".aot";
        var written = workplace.data().resolve("run").resolve(name + ".new");
        return new AotCache(written, directory.resolve(name), program, workplace.isKept());
    }

    /** JVM options of a start that reads it, where there is one. */
    public List<String> reading() {
        return Files.exists(trained) ? List.of("-XX:AOTCache=" + trained) : List.of();
    }

    /** JVM options of a start that writes it, where none has; what a killed training has left half written is dropped. */
    public List<String> training() throws IOException {
        if (!isInTraining()) {
            return reading();
        }
        Files.deleteIfExists(written);
        return List.of("-XX:AOTCacheOutput=" + written);
    }

    /** Whether no run has written it yet, of a suite that ends in good order: a test's is killed, and training is slow. */
    public boolean isInTraining() {
        return mayTrain && !Files.exists(trained);
    }

    /** Keeps what the ended training has written and drops what belongs to earlier jars. */
    public void settle() throws IOException {
        if (!Files.exists(written)) {
            return;
        }
        try (var older = Files.newDirectoryStream(trained.getParent(), program + "-*.aot")) {
            for (var file : older) {
                Files.delete(file);
            }
        }
        Files.move(written, trained, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String fingerprint(List<Path> jars, List<String> options) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            update(digest, System.getProperty("java.vm.version", "") + options);
            for (var jar : jars) {
                update(digest, jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
