package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;

/** A stream that ends after a number of bytes. */
final class LimitedInputStream extends InputStream {

    private final InputStream stream;
    private long left;
    private volatile boolean exceeded;

    LimitedInputStream(InputStream stream, long limit) {
        this.stream = stream;
        this.left = limit;
    }

    /** Whether somebody would have read on. */
    boolean isExceeded() {
        return exceeded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            exceeded = exceeded || stream.read() >= 0;
            return -1;
        }
        int read = stream.read(bytes, offset, (int) Math.min(left, length));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
