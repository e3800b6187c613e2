package ma.balagh.analysis.footage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The segments of an index in one directory, which several processes may share. One of them writes at a time. A segment
 * grows by being replaced by a longer one until it is full; then it stays as it is.
 */
final class SegmentStore {

    private static final Logger LOG = Logger.getLogger(SegmentStore.class);

    private static final String UNFINISHED = ".part";
    private static final Pattern NAME = Pattern.compile("footage-(\\d{10})-(\\d{10})\\.segment");

    /** @param end behind its last medium */
    private record Found(Path file, int first, int end) {}

    private final Path directory;
    private final Function<UUID, MediumKeyframes> database;

    /** @param database gives the keyframes of a medium whose details are damaged */
    SegmentStore(Path directory, Function<UUID, MediumKeyframes> database) {
        this.directory = directory;
        this.database = database;
    }

    /**
     * The segments that follow each other from the first medium on, as far as they are intact and of this database.
     *
     * @param open are not opened again
     */
    List<FootageSegmentReader> chain(UUID ledger, List<FootageSegmentReader> open) throws IOException {
        Map<Path, FootageSegmentReader> known = new HashMap<>();
        open.forEach(segment -> known.put(segment.file(), segment));
        List<Found> files = files();
        List<FootageSegmentReader> chain = new ArrayList<>();
        FootagePosition before = SegmentHeader.NOTHING;
        int end = 0;
        for (Found file : files) {
            if (file.first() != end) {
                continue;
            }
            FootageSegmentReader next = known.containsKey(file.file()) ? known.get(file.file()) : opened(file);
            if (next != null && isNext(next.header(), ledger, end, before)) {
                chain.add(next);
                before = next.header().last();
                end = next.endEntry();
            }
        }
        return chain;
    }

    private static boolean isNext(SegmentHeader header, UUID ledger, int first, FootagePosition before) {
        if (!header.ledger().equals(ledger)) {
            LOG.warn("A segment of footage is not used: it belongs to another database");
            return false;
        }
        return header.firstEntry() == first && header.before().equals(before);
    }

    /** By where they begin, the longest first. */
    private List<Found> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.flatMap(SegmentStore::found)
                    .sorted(Comparator.comparingInt(Found::first)
                            .thenComparing(Comparator.comparingInt(Found::end).reversed()))
                    .toList();
        }
    }

    private static Stream<Found> found(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Stream.of(new Found(file, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
                : Stream.of();
    }

    private @Nullable FootageSegmentReader opened(Found found) throws IOException {
        try {
            return FootageSegmentReader.open(found.file(), database);
        } catch (NoSuchFileException replaced) {
            return null;
        } catch (DamagedSegmentException e) {
            LOG.warnf("%s is not used: %s", found.file().getFileName(), e.getMessage());
            return null;
        }
    }

    /**
     * Writes what of an index lies in no segment yet, unless another process is at it.
     *
     * @param isKnown whether a segment's last medium is where the database has it
     * @return the segments that there are now
     */
    List<FootageSegmentReader> write(UUID ledger, FootageSnapshot snapshot, Predicate<SegmentHeader> isKnown)
            throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("footage.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null ? shared(ledger, snapshot) : written(ledger, snapshot, isKnown);
        } catch (OverlappingFileLockException e) {
            return shared(ledger, snapshot);
        }
    }

    /** What others wrote of the media that this index has. */
    private List<FootageSegmentReader> shared(UUID ledger, FootageSnapshot snapshot) throws IOException {
        List<FootageSegmentReader> chain = chain(ledger, snapshot.table().segments());
        while (!chain.isEmpty() && !isOf(snapshot, chain.getLast().header())) {
            chain.removeLast();
        }
        return chain;
    }

    private static boolean isOf(FootageSnapshot snapshot, SegmentHeader header) {
        return header.endEntry() <= snapshot.entries().size()
                && snapshot.position(header.endEntry() - 1).equals(header.last());
    }

    private List<FootageSegmentReader> written(UUID ledger, FootageSnapshot snapshot, Predicate<SegmentHeader> isKnown)
            throws IOException {
        List<FootageSegmentReader> chain = chain(ledger, snapshot.table().segments());
        int size = snapshot.entries().size();
        if (!chain.isEmpty()
                && chain.getLast().endEntry() > size
                && isKnown.test(chain.getLast().header())) {
            return shared(ledger, snapshot);
        }
        chain = shared(ledger, snapshot);
        int first = chain.isEmpty() ? 0 : chain.getLast().endEntry();
        if (first < size
                && !chain.isEmpty()
                && SegmentWriter.end(snapshot, chain.getLast().firstEntry()) > first) {
            first = chain.removeLast().firstEntry();
        }
        while (first < size) {
            int end = SegmentWriter.end(snapshot, first);
            chain.add(written(ledger, snapshot, first, end));
            first = end;
        }
        deleteAllBut(chain);
        return chain;
    }

    private FootageSegmentReader written(UUID ledger, FootageSnapshot snapshot, int first, int end) throws IOException {
        Path file = directory.resolve("footage-%010d-%010d.segment".formatted(first, end));
        Path unfinished = directory.resolve(file.getFileName() + UNFINISHED);
        try {
            SegmentWriter.write(unfinished, ledger, snapshot, first, end);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
            parent.force(true);
        }
        return FootageSegmentReader.open(file, database);
    }

    /** What is left of writers that were killed, what was replaced, and what is of no use. */
    private void deleteAllBut(List<FootageSegmentReader> chain) throws IOException {
        List<Path> kept = chain.stream().map(FootageSegmentReader::file).toList();
        List<Path> others;
        try (Stream<Path> all = Files.list(directory)) {
            others = all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches()
                                    || file.toString().endsWith(UNFINISHED))
                    .filter(file -> !kept.contains(file))
                    .toList();
        }
        for (Path file : others) {
            Files.deleteIfExists(file);
        }
    }
}
