package ma.balagh.analysis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ma.balagh.analysis.circumstance.ClaimedCircumstances;
import ma.balagh.analysis.examination.MediumAnalyzer;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.ScratchDirectory;

/** Examines one file after another, each as a copy, so that the bytes that are hashed are those examined. */
final class FileExaminer {

    /**
     * What became of a file.
     *
     * @param file as it was given
     * @param sha256 of its bytes, 64 lower-case hexadecimal digits
     * @param cpuSeconds user and system time, the tools' included
     */
    record Examined(String file, String sha256, MediumAnalyzer.Report report, double cpuSeconds) {}

    /** There is no such file to be examined; the message says why. */
    static final class NoFile extends IOException {

        private static final long serialVersionUID = 1L;

        NoFile(String why) {
            super(why);
        }
    }

    private final MediaReader media;
    private final MediumAnalyzer laboratory;

    FileExaminer(MediaReader media, MediumAnalyzer laboratory) {
        this.media = media;
        this.laboratory = laboratory;
    }

    /** @throws NoFile where it cannot be opened */
    Examined examine(String file) throws IOException, InterruptedException {
        Path path = readable(file);
        double begin = CpuTimeReader.seconds();
        try (ScratchDirectory scratch = media.scratch()) {
            String sha256 = copy(path, scratch.medium());
            var report = laboratory.examineOnce(scratch, ClaimedCircumstances.NOTHING);
            return new Examined(file, sha256, report, CpuTimeReader.seconds() - begin);
        }
    }

    private static Path readable(String file) throws NoFile {
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            throw new NoFile("it is no name that a file can have here");
        }
        if (!Files.exists(path)) {
            throw new NoFile("there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new NoFile("it is a folder");
        }
        if (!Files.isRegularFile(path)) {
            throw new NoFile("it is no ordinary file");
        }
        if (!Files.isReadable(path)) {
            throw new NoFile("it may not be read");
        }
        return path;
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest sha256 = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(from), sha256)) {
            Files.copy(bytes, to);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
