package ma.balagh.intake.quota;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.LongConsumer;
import ma.balagh.contracts.IdGenerator;

/** A medium within one request: its announced bytes are released when the request ends. Not thread-safe. */
public final class AnnouncedMedium implements AutoCloseable {

    /** A sender that does not say how much comes is admitted so much at a time. */
    private static final long STEP = 64L << 20;

    private final QuotaService quota;
    private final QuotaAccount account;
    private final LongConsumer room;
    private final UUID id = IdGenerator.next();
    private long covered;
    private long free;

    AnnouncedMedium(QuotaService quota, QuotaAccount account, LongConsumer room) {
        this.quota = quota;
        this.account = account;
        this.room = room;
    }

    /** Announces bytes on which the sender did not say anything, before they are handed on. */
    public InputStream counting(InputStream body) {
        return new FilterInputStream(body) {

            private long size;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                size += Math.max(read, 0);
                if (size > covered + free) {
                    cover(STEP);
                }
                return read;
            }
        };
    }

    /** So many bytes come without being announced. */
    void pass(long bytes) {
        free = bytes;
    }

    void cover(long bytes) {
        quota.more(id, account, bytes, room);
        covered += bytes;
    }

    @Override
    public void close() {
        if (covered > 0) {
            quota.withdraw(id);
        }
    }
}
