package ma.balagh.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.FetchRequest.Wanted;
import org.jspecify.annotations.Nullable;

/** Passes the body of one response to a sink and hashes it. */
final class BodyReader {

    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 256;
    private static final Pattern HTML_TYPE = Pattern.compile("(?i)\\s*(?:text/html|application/xhtml\\+xml)\\b.*");
    private static final Pattern HTML = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*<(?:!doctype html|html)\\b");
    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");
    private static final int LONGEST_VALIDATOR = 1000;
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final Answer answer;
    private final Wanted wanted;
    private final long limit;
    private final long offset;
    private final @Nullable Progress earlier;
    private final MessageDigest sha256 = sha256();
    private @Nullable IOException early;
    private boolean begun;
    private boolean open;
    private long bytes;

    /** @param earlier what the request went on from */
    BodyReader(Answer answer, Wanted wanted, @Nullable Progress earlier, long limit) {
        this.answer = answer;
        this.wanted = wanted;
        this.limit = limit;
        this.offset = earlier != null && answer.status() == 206 ? earlier.bytes() : 0;
        this.earlier = earlier;
    }

    /** Whether the answer is the rest of the same medium. */
    static boolean continues(Answer answer, Progress begun) {
        Matcher range = range(answer);
        String validator = answer.header(begun.validator().startsWith("\"") ? "ETag" : "Last-Modified");
        boolean another = validator != null && !validator.equals(begun.validator());
        return answer.status() == 206 && range.matches() && Long.parseLong(range.group(1)) == begun.bytes() && !another;
    }

    /** Whether what the sink had before is void. */
    boolean hasBegun() {
        return begun;
    }

    long offset() {
        return offset;
    }

    long bytes() {
        return bytes;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** What a next attempt can go on from, or null when the sink has nothing that could be recognised. */
    @Nullable
    Progress progress() {
        String validator = validator();
        boolean anything = open && offset + bytes > 0;
        return anything && validator != null ? new Progress(offset + bytes, validator) : null;
    }

    /** By what the server would recognise the medium again. */
    @Nullable
    String validator() {
        String tag = answer.header("ETag");
        String validator = tag != null && tag.startsWith("\"") ? tag : answer.header("Last-Modified");
        if (validator == null && earlier != null && offset > 0) {
            validator = earlier.validator();
        }
        return validator != null && validator.length() <= LONGEST_VALIDATOR ? validator : null;
    }

    void run(InputStream body, FetchSink sink, FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        requireAcceptable();
        deadline.receiving();
        byte[] buffer = new byte[BUFFER];
        int read = first(body, buffer, deadline);
        if (read == 0) {
            throw new FetchFailedException(UnobtainableReason.EMPTY, "no byte came", answer.status(), null);
        }
        begin(sink);
        while (read >= 0) {
            if (read > limit - offset - bytes) {
                throw tooLarge(offset + bytes + read);
            }
            write(sink, buffer, read);
            if (early != null) {
                throw cut(early, deadline);
            }
            read = read(body, buffer, deadline);
        }
        deadline.requireTime(); // a connection that is closed from here may look like one that has ended
        requireWhole();
    }

    private void requireAcceptable() throws FetchFailedException {
        String encoding = answer.header("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new FetchFailedException(UnobtainableReason.ENCODED, encoding, answer.status(), null);
        }
        String type = answer.header("Content-Type");
        if (wanted == Wanted.MEDIUM && type != null && HTML_TYPE.matcher(type).matches()) {
            throw page();
        }
        String length = answer.header("Content-Length");
        if (length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > limit - offset) {
            throw tooLarge(offset + Long.parseLong(length));
        }
    }

    /** Enough bytes to recognise a page that is sent under another type. */
    private int first(InputStream body, byte[] buffer, FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        int filled = 0;
        for (int read = 0; read >= 0 && filled < SNIFFED; ) {
            try {
                read = body.read(buffer, filled, SNIFFED - filled);
            } catch (IOException e) {
                if (filled == 0) {
                    throw cut(e, deadline);
                }
                early = e; // after these bytes are written
                break;
            }
            filled += Math.max(read, 0);
            deadline.passed(Math.max(read, 0));
        }
        String head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (wanted == Wanted.MEDIUM && offset == 0 && HTML.matcher(head).lookingAt()) {
            throw page();
        }
        return filled;
    }

    private static int read(InputStream body, byte[] buffer, FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        try {
            int read = body.read(buffer);
            deadline.passed(Math.max(read, 0));
            return read;
        } catch (IOException e) {
            throw cut(e, deadline);
        }
    }

    private static FetchFailedException cut(IOException cause, FetchDeadline deadline)
            throws FetchFailedException, InterruptedException {
        deadline.requireTime();
        return new FetchFailedException(TransientReason.CUT, String.valueOf(cause.getMessage()));
    }

    private void begin(FetchSink sink) throws FetchFailedException {
        begun = true;
        try {
            sink.begin(offset);
            open = true;
        } catch (IOException | RuntimeException e) {
            throw new FetchFailedException(TransientReason.NOT_STORED, e.toString());
        }
    }

    private void write(FetchSink sink, byte[] buffer, int length) throws FetchFailedException {
        try {
            sink.write(buffer, 0, length);
        } catch (IOException | RuntimeException e) {
            throw new FetchFailedException(TransientReason.NOT_STORED, e.toString());
        }
        sha256.update(buffer, 0, length);
        bytes += length;
    }

    /** A server may answer a request for the rest with a part of it. */
    private void requireWhole() throws FetchFailedException {
        Matcher range = range(answer);
        if (answer.status() != 206 || !range.matches()) {
            return;
        }
        boolean open = range.group(3).equals("*");
        long expected = open ? Long.parseLong(range.group(2)) + 1 : Long.parseLong(range.group(3));
        if (offset + bytes < expected) {
            throw new FetchFailedException(
                    TransientReason.CUT, "%d of %d bytes arrived".formatted(offset + bytes, expected));
        }
        if (offset + bytes > expected) {
            throw new FetchFailedException(TransientReason.BROKEN_ANSWER, "more bytes came than Content-Range says");
        }
    }

    private static Matcher range(Answer answer) {
        String range = answer.header("Content-Range");
        return RANGE.matcher(range == null ? "" : range.strip());
    }

    private FetchFailedException tooLarge(long size) {
        return new FetchFailedException(
                UnobtainableReason.TOO_LARGE, "at least %d bytes".formatted(size), answer.status(), null);
    }

    private FetchFailedException page() {
        return new FetchFailedException(
                UnobtainableReason.PAGE_INSTEAD_OF_MEDIUM,
                String.valueOf(answer.header("Content-Type")),
                answer.status(),
                null);
    }
}
