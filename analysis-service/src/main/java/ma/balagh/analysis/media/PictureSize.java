package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pixels of a picture in yuv420p; both even. */
record PictureSize(int width, int height) {

    private static final Pattern HEAD = Pattern.compile("^YUV4MPEG2 W(\\d{1,5}) H(\\d{1,5}) ");

    /** What a YUV4MPEG2 stream says at its beginning; empty where there is none. */
    static Optional<PictureSize> read(InputStream stream) throws IOException {
        var head = HEAD.matcher(new String(stream.readNBytes(64), StandardCharsets.US_ASCII));
        // The picture behind it: a pipe that nobody reads ends the tool with an error.
        stream.transferTo(OutputStream.nullOutputStream());
        return head.find()
                ? Optional.of(new PictureSize(Integer.parseInt(head.group(1)), Integer.parseInt(head.group(2))))
                : Optional.empty();
    }

    int bytes() {
        return width * height * 3 / 2;
    }

    /** As FFmpeg writes it. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
