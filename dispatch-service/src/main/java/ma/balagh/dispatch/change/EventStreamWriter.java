package ma.balagh.dispatch.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes the format {@code text/event-stream} (HTML Living Standard, 9.2). Writing blocks while the reader is slow. */
final class EventStreamWriter {

    private final OutputStream out;
    private final ObjectMapper mapper;

    EventStreamWriter(OutputStream out, ObjectMapper mapper) {
        this.out = out;
        this.mapper = mapper;
    }

    /** @param id where the reader stands once it has read this; null where that does not change */
    void event(String name, @Nullable StreamPosition id, Object data) throws IOException {
        var text = new StringBuilder();
        if (id != null) {
            text.append("id: ").append(id).append('\n');
        }
        text.append("event: ").append(name).append('\n');
        // JSON on one line: line ends within texts are escaped.
        text.append("data: ").append(mapper.writeValueAsString(data)).append("\n\n");
        write(text.toString());
    }

    /** How soon a reader whose connection is lost comes back. */
    void retryAfter(Duration wait) throws IOException {
        write("retry: " + wait.toMillis() + "\n\n");
    }

    void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
