package ma.balagh.analysis.media;

import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the end of a tool's standard error, which may be endless. Where FFmpeg prints the level of each line, only
 * errors are kept, and its count of what it read and decoded.
 */
final class ErrorOutputReader {

    private static final int LIMIT = 8192;

    private static final Pattern COUNT = Pattern.compile("\\[in#\\d+[^]]*+] \\[verbose] +Input stream #.*");

    private static final Set<String> ERRORS = Set.of("panic", "fatal", "error");
    private static final Set<String> OTHERS = Set.of("warning", "info", "verbose", "debug", "trace");

    private final Deque<String> lines = new ArrayDeque<>();
    private int length;
    private boolean levelled;

    private ErrorOutputReader() {}

    /** Whole lines, where what stood before them is left out. */
    static String of(InputStream stream) throws IOException {
        var tail = new ErrorOutputReader();
        var line = new ByteArrayOutputStream();
        var buffered = new BufferedInputStream(stream);
        for (int next = buffered.read(); next >= 0; next = buffered.read()) {
            if (next == '\n') {
                tail.add(line);
            } else if (line.size() < LIMIT - 1) {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            tail.add(line);
        }
        return tail.lines.stream().map(kept -> kept + "\n").collect(joining());
    }

    private void add(ByteArrayOutputStream bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        if (!isKept(line)) {
            return;
        }
        lines.add(line);
        length += line.length() + 1;
        while (length > LIMIT && lines.size() > 1) {
            length -= lines.remove().length() + 1;
        }
    }

    /** Behind a line with a level, one without continues what is left out: a tag of the file that has several lines. */
    private boolean isKept(String line) {
        String level = level(line);
        if (level.isEmpty()) {
            return !levelled;
        }
        levelled = true;
        return ERRORS.contains(level) || COUNT.matcher(line).matches();
    }

    /** In brackets, behind others in brackets that say which part of FFmpeg speaks; empty where there is none. */
    private static String level(String line) {
        int from = 0;
        int to = line.indexOf("] ");
        while (to > from && line.charAt(from) == '[') {
            String word = line.substring(from + 1, to);
            if (ERRORS.contains(word) || OTHERS.contains(word)) {
                return word;
            }
            from = to + 2;
            to = line.indexOf("] ", from);
        }
        return "";
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
