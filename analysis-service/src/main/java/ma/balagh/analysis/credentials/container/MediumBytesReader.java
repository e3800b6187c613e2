package ma.balagh.analysis.credentials.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import ma.balagh.analysis.box.IsoBoxes;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/** Reads the bytes of a file in small pieces. */
public final class MediumBytesReader implements IsoBoxes.Source, Closeable {

    private static final int BLOCK = 1 << 16;

    private final FileChannel file;
    private final long size;

    private MediumBytesReader(FileChannel file, long size) {
        this.file = file;
        this.size = size;
    }

    public static MediumBytesReader open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            return new MediumBytesReader(file, file.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    public long size() {
        return size;
    }

    @Override
    public ByteBuffer at(long position, long length) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.clamp(size - position, 0, length));
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    /** @throws DamagedEncodingException when the file ends before */
    public ByteBuffer read(long position, int length) throws IOException, DamagedEncodingException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new DamagedEncodingException("the file ends before");
        }
        ByteBuffer bytes = at(position, length);
        if (bytes.remaining() < length) {
            throw new DamagedEncodingException("the file ends before");
        }
        return bytes;
    }

    /**
     * Feeds a digest with all bytes but some.
     *
     * @param excluded in any order; beyond the file there is nothing to exclude
     * @param marks positions before whose byte the digest takes the position itself, as eight bytes: C2PA binds the boxes
     *     of a video to their places that way (specification 2.2, 18.6.2)
     */
    public void digest(MessageDigest digest, List<ByteSpan> excluded, Collection<Long> marks)
            throws IOException, DamagedEncodingException {
        var points = new TreeSet<>(marks);
        long at = 0;
        for (ByteSpan span : ByteSpan.merged(excluded)) {
            at = digest(digest, at, Math.min(span.from(), size), points);
            at = Math.max(at, Math.min(span.to(), size));
        }
        digest(digest, at, size, points);
        for (Long mark : points) {
            digest.update(ByteBuffer.allocate(8).putLong(0, mark));
        }
    }

    private long digest(MessageDigest digest, long from, long to, TreeSet<Long> marks)
            throws IOException, DamagedEncodingException {
        long at = from;
        while (true) {
            while (!marks.isEmpty() && marks.getFirst() <= at) {
                digest.update(ByteBuffer.allocate(8).putLong(0, marks.removeFirst()));
            }
            long next = marks.isEmpty() ? to : Math.min(to, marks.getFirst());
            if (at >= to) {
                return at;
            }
            digest(digest, new ByteSpan(at, next));
            at = next;
        }
    }

    /** Feeds a digest with the bytes of one span. */
    public void digest(MessageDigest digest, ByteSpan span) throws IOException, DamagedEncodingException {
        if (span.to() > size) {
            throw new DamagedEncodingException("the file ends before");
        }
        var block = ByteBuffer.allocate((int) Math.min(BLOCK, span.length()));
        for (long at = span.from(); at < span.to(); at += block.limit()) {
            block.clear().limit((int) Math.min(block.capacity(), span.to() - at));
            while (block.hasRemaining()) {
                if (file.read(block, at + block.position()) < 0) {
                    throw new DamagedEncodingException("the file ends before");
                }
            }
            digest.update(block.flip());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
