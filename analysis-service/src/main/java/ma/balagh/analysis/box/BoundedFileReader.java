package ma.balagh.analysis.box;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The bytes of a hostile file, a few at a time. Whatever positions and lengths the file names, this reads no further than
 * its end, holds no more than {@link #LARGEST} bytes, and gives nothing more once it was asked {@link #MOST_READS} times
 * or for {@link #MOST_BYTES} altogether.
 */
public final class BoundedFileReader implements IsoBoxes.Source, AutoCloseable {

    /** Bytes that one answer has at most. */
    public static final int LARGEST = 1 << 20;

    public static final int MOST_READS = 8192;
    public static final long MOST_BYTES = 16L << 20;

    /** Headers stand close together: most are answered from the last page. */
    private static final int PAGE = 4096;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final FileChannel file;
    private final long size;
    private ByteBuffer page = NOTHING;
    private long pageAt;
    private int reads;
    private long read;

    private BoundedFileReader(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    public static BoundedFileReader of(Path path) throws IOException {
        var file = FileChannel.open(path);
        try {
            return new BoundedFileReader(file, file.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    public long size() {
        return size;
    }

    /** How many bytes were read from the file. */
    public long read() {
        return read;
    }

    /** Whether the file asked for more than it gets. */
    public boolean isSpent() {
        return reads >= MOST_READS || read >= MOST_BYTES;
    }

    /** From that position, big-endian; shorter than asked for where the file ends or a limit is reached. */
    @Override
    public ByteBuffer at(long position, long length) throws IOException {
        if (position < 0 || position >= size || length <= 0) {
            return NOTHING.duplicate();
        }
        int wanted = (int) Math.min(Math.min(length, LARGEST), size - position);
        if (wanted > PAGE) {
            return load(position, wanted);
        }
        if (position < pageAt || position + wanted > pageAt + page.limit()) {
            page = load(position, (int) Math.min(PAGE, size - position));
            pageAt = position;
        }
        int from = (int) (position - pageAt);
        return from >= page.limit() ? NOTHING.duplicate() : page.slice(from, Math.min(wanted, page.limit() - from));
    }

    private ByteBuffer load(long position, int length) throws IOException {
        if (isSpent()) {
            return NOTHING.duplicate();
        }
        reads++;
        read += length;
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
