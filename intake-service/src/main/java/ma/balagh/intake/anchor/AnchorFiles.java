package ma.balagh.intake.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Anchors as files of one directory: complete, and on disk, before they have their names. */
@ApplicationScoped
class AnchorFiles implements AnchorStore {

    private final AnchorConfig config;

    AnchorFiles(AnchorConfig config) {
        this.config = config;
    }

    @Override
    public void keep(String name, byte[] content) throws IOException {
        Path directory = Files.createDirectories(config.anchorDirectory());
        Path target = directory.resolve(name);
        try {
            if (Arrays.equals(Files.readAllBytes(target), content)) {
                return;
            }
            throw new FileAlreadyExistsException(target.toString(), null, "it has other content");
        } catch (NoSuchFileException notYet) {
            write(directory, target, content);
        }
    }

    private static void write(Path directory, Path target, byte[] content) throws IOException {
        // A crash leaves at most this one, which the next attempt writes over.
        Path draft = directory.resolve("." + target.getFileName());
        Files.deleteIfExists(draft);
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--r-----"));
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
