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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stores anchors as files of one directory, written and synced before they get their names. */
@ApplicationScoped
class FileAnchorStore implements AnchorStore {

    private static final Pattern NUMBERED = Pattern.compile("\\d{12}\\.json");

    private final AnchorConfig config;

    FileAnchorStore(AnchorConfig config) {
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

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(config.anchorDirectory().resolve(name)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong newest() throws IOException {
        try (Stream<Path> files = Files.list(config.anchorDirectory())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(NUMBERED.asMatchPredicate())
                    .mapToLong(name -> Long.parseLong(name, 0, 12, 10))
                    .max();
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
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
