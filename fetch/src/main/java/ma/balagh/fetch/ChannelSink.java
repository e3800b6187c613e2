package ma.balagh.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Writes what is fetched to a file; forcing it to disk and closing it are left to whoever opened it. */
public record ChannelSink(SeekableByteChannel channel) implements FetchSink {

    @Override
    public void begin(long offset) throws IOException {
        if (channel.size() < offset) {
            throw new IOException("the beginning of the medium is not there");
        }
        channel.truncate(offset).position(offset);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
