package ma.balagh.intake.fetch;

import java.io.IOException;

/** Takes the bytes that are fetched. */
public interface Sink {

    /**
     * Bytes are about to come.
     *
     * @param offset where they belong; whatever the sink has from there on is void, 0 starts anew
     */
    void begin(long offset) throws IOException;

    void write(byte[] bytes, int offset, int length) throws IOException;
}
