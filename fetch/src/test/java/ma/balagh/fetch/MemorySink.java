package ma.balagh.fetch;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what is fetched, and where each attempt began. */
public final class MemorySink implements FetchSink {

    private final List<Long> beginnings = new ArrayList<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void begin(long offset) {
        beginnings.add(offset);
        byte[] kept = Arrays.copyOf(bytes.toByteArray(), Math.toIntExact(offset));
        bytes = new ByteArrayOutputStream();
        bytes.writeBytes(kept);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        bytes.write(from, offset, length);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<Long> beginnings() {
        return beginnings;
    }
}
