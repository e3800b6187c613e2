package ma.balagh.platform.process;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Set;

/** Deletes, copies and links whole directories. */
public final class FileTrees {

    private FileTrees() {}

    /** Deletes a folder with all that lies in it; does nothing where there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Copies a folder with all that lies in it, unless the thread is interrupted; times and permissions of files stay. */
    public static void copy(Path folder, Path target) throws IOException {
        replicate(folder, target, Set.of(), (file, copy) -> Files.copy(file, copy, COPY_ATTRIBUTES));
    }

    /**
     * Gives all that lies in a folder a second name, on the same file system: what is deleted or replaced afterwards is
     * still to be had there. What ends in {@code .json} is copied: an object store writes its small descriptions anew in
     * place.
     *
     * @param except names of folders and files to pass over, wherever they lie
     */
    public static void link(Path folder, Path target, Set<String> except) throws IOException {
        replicate(folder, target, except, (file, link) -> {
            if (file.toString().endsWith(".json")) {
                Files.copy(file, link, COPY_ATTRIBUTES);
            } else {
                Files.createLink(link, file);
            }
        });
    }

    private static void replicate(Path folder, Path target, Set<String> except, Replication replication)
            throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (except.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(replica(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted before " + file);
                }
                if (!except.contains(file.getFileName().toString())) {
                    replication.of(file, replica(file));
                }
                return FileVisitResult.CONTINUE;
            }

            private Path replica(Path original) {
                return target.resolve(folder.relativize(original).toString());
            }
        });
    }

    private interface Replication {
        void of(Path file, Path replica) throws IOException;
    }
}
