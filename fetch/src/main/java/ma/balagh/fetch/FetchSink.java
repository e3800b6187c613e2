package ma.balagh.fetch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Receives the bytes of a fetch. */
public interface FetchSink {

    /**
     * A server has something to send; told before the first byte.
     *
     * @param provenance where it comes from
     * @param validator by what the server would recognise the rest later; null when what is cut has to begin anew
     */
    default void answered(FetchOutcome.Provenance provenance, @Nullable String validator) {}

    /**
     * Bytes are about to come.
     *
     * @param offset where they belong; whatever the sink has from there on is void, 0 starts anew
     */
    void begin(long offset) throws IOException;

    void write(byte[] bytes, int offset, int length) throws IOException;
}
