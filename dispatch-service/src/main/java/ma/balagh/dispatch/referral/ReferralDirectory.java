package ma.balagh.dispatch.referral;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Temporary files of one referral file; they end with it. */
final class ReferralDirectory implements AutoCloseable {

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path file) throws IOException;
    }

    private final Path directory = Files.createTempDirectory("referral");
    private final List<ReferralPart> parts = new ArrayList<>();
    private long room;

    /** @param most how large all parts together may be, in bytes */
    ReferralDirectory(long most) throws IOException {
        room = most;
    }

    /** How many bytes a further part may have. */
    long room() {
        return room;
    }

    List<ReferralPart> parts() {
        return List.copyOf(parts);
    }

    /** A file that is no part. */
    Path scratch() {
        return directory.resolve("scratch");
    }

    void add(String name, String mediaType, Content content) throws IOException {
        Path file = directory.resolve("part-" + parts.size());
        content.writeTo(file);
        long size = Files.size(file);
        room = Math.max(0, room - size);
        parts.add(new ReferralPart(name, mediaType, size, sha256(file), file));
    }

    /** @param content writes the container from the parts */
    ReferralFile sealed(Content content) throws IOException {
        Path container = Files.createTempFile("referral", ".asice");
        try {
            content.writeTo(container);
            return new ReferralFile(container, Files.size(container), sha256(container));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(container);
            throw e;
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
