package ma.balagh.analysis.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32C;
import ma.balagh.analysis.media.RenderedMedium.Progress;
import ma.balagh.analysis.media.ToolSandbox.Input;
import org.jspecify.annotations.Nullable;

/**
 * The passes of a redaction: what times its pictures have, seeing them, painting them. The encoder gets pixels from here
 * alone, so none can pass by the painter; each picture that is painted is held against the one that was seen under its
 * number.
 */
final class RedactionRenderer {

    /** Takes the pictures of a pass. */
    @FunctionalInterface
    private interface Pictures {
        void take(int number, byte[] yuv420p) throws UnrenderableMediumException, IOException;
    }

    /** Prepares what takes them. */
    @FunctionalInterface
    private interface Opening {
        Pictures on(OutputStream stdin) throws IOException;
    }

    /** Seconds before and after a single picture that are seen with it. */
    private static final double AROUND = 1;

    private final RenderToolRunner tools;
    private final RenderCommand command;
    private final PictureSize size;
    private final FrameRedactor redactor;
    private final Progress progress;
    private int[] seen = new int[0];

    /** What went wrong on a tool's thread, other than that the other tool had ended. */
    private volatile @Nullable Throwable failure;

    RedactionRenderer(
            RenderToolRunner tools,
            RenderCommand command,
            PictureSize size,
            FrameRedactor redactor,
            Progress progress) {
        this.tools = tools;
        this.command = command;
        this.size = size;
        this.redactor = redactor;
        this.progress = progress;
    }

    void still() throws UnrenderableMediumException, IOException, InterruptedException {
        redactor.begin(new long[1]);
        picture(command.pixels(size, true), 1, 0);
    }

    /**
     * One picture of a film. Those around it are seen and painted, too, so that what is hidden in them is followed into it;
     * none of them gets to the encoder.
     *
     * @param at seconds at which it appears
     * @param most pictures at most that are seen
     */
    void moment(double at, int most)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        double from = Math.max(0, at - AROUND);
        double seek = MomentReader.seek(from);
        double first = MomentReader.first(from);
        long[] micros = times(command.timesBetween(seek, first, at + AROUND), most);
        redactor.begin(micros.clone());
        int shown = MomentReader.shownAt(micros, at);
        picture(command.pixelsBetween(size, seek, first, at + AROUND), micros.length, Math.max(0, shown));
    }

    /** @param shown the number of the one that is encoded */
    private void picture(List<String> decoding, int count, int shown)
            throws UnrenderableMediumException, IOException, InterruptedException {
        see(decoding, count);
        List<String> encoding = command.paintedPicture(size);
        boolean painted = paint(decoding, encoding, stdin -> (number, yuv) -> {
            if (number == shown) {
                stdin.write(yuv);
                stdin.flush();
            }
        });
        if (!painted) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.NOT_ENCODED, tools.complaints());
        }
        tools.made(decoding, encoding);
    }

    /**
     * @param stream the sound's number in the medium; null for none
     * @param most pictures at most
     * @return how many pictures the film has
     */
    int film(@Nullable Integer stream, RenderedSound sound, int most)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        long[] micros = times(command.times(size), most);
        redactor.begin(micros.clone());
        List<String> decoding = command.pixels(size, false);
        see(decoding, micros.length);
        List<String> encoding = command.painted(micros[0] / 1e6, stream, sound);
        boolean painted = paint(decoding, encoding, stdin -> film(stdin, micros));
        if (!painted && stream != null) {
            // A sound that cannot be decoded takes the picture with it.
            encoding = command.painted(micros[0] / 1e6, null, sound);
            painted = paint(decoding, encoding, stdin -> film(stdin, micros));
        }
        if (!painted) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.NOT_ENCODED, tools.complaints());
        }
        tools.made(decoding, encoding);
        return micros.length;
    }

    private Pictures film(OutputStream stdin, long[] micros) throws IOException {
        var film = new RawMatroskaWriter(stdin, size.width(), size.height());
        return (number, yuv) -> film.add(micros[number] - micros[0], yuv);
    }

    private long[] times(List<String> timing, int most)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        var ending = tools.run(timing, RenderToolRunner::nothing, Input.NONE);
        long[] micros = PictureTimesReader.read(tools.scratch().directory(), most + 1);
        if (micros.length == 0) {
            throw new UnreadableMediumException(
                    UnreadableMediumException.Reason.NO_FRAME, ToolErrorFilter.of(ending.errors()));
        }
        if (micros.length > most) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.TOO_LARGE);
        }
        return PictureTimesReader.distinct(micros);
    }

    private void see(List<String> decoding, int count)
            throws UnrenderableMediumException, IOException, InterruptedException {
        seen = new int[count];
        var ending = tools.run(
                decoding,
                stdout -> each(stdout, 0, (number, yuv) -> {
                    seen[number] = checksum(yuv);
                    redactor.see(number, yuv, size.width(), size.height());
                }),
                Input.NONE);
        requireAll(ending.output());
        redactor.settle();
    }

    /** @return whether the encoder made something of it */
    private boolean paint(List<String> decoding, List<String> encoding, Opening opening)
            throws UnrenderableMediumException, IOException, InterruptedException {
        var painted = new AtomicReference<@Nullable Integer>();
        var ending = tools.run(encoding, RenderToolRunner::nothing, stdin -> {
            try {
                Pictures painter = painter(opening.on(stdin));
                painted.set(tools.run(decoding, stdout -> each(stdout, 1, painter), Input.NONE)
                        .output());
            } catch (UnrenderableMediumException tooMuch) {
                failure = tooMuch;
            }
        });
        rethrow();
        if (ending.clean()) {
            requireAll(painted.get());
        }
        return ending.clean();
    }

    private Pictures painter(Pictures film) {
        return (number, yuv) -> {
            if (checksum(yuv) != seen[number]) {
                throw new IOException("another picture than the one seen: " + number);
            }
            redactor.hide(number, yuv, size.width(), size.height());
            film.take(number, yuv);
        };
    }

    /** @return how many there were */
    private int each(InputStream stdout, int pass, Pictures pictures) throws IOException {
        byte[] yuv = new byte[size.bytes()];
        int number = 0;
        try {
            while (stdout.readNBytes(yuv, 0, yuv.length) == yuv.length) {
                if (number == seen.length) {
                    throw new IOException("more pictures than before");
                }
                pictures.take(number++, yuv);
                progress.at((pass + number / (double) seen.length) / 2);
            }
            return number;
        } catch (UnrenderableMediumException tooMuch) {
            failure = tooMuch;
            throw new IOException(tooMuch);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            failure = fault;
            throw fault;
        }
    }

    private void requireAll(@Nullable Integer pictures) throws UnrenderableMediumException {
        rethrow();
        if (pictures == null || pictures != seen.length) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.DIFFERENT_PICTURES);
        }
    }

    private void rethrow() throws UnrenderableMediumException {
        switch (failure) {
            case null -> {}
            case UnrenderableMediumException tooMuch -> throw tooMuch;
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static int checksum(byte[] yuv) {
        var checksum = new CRC32C();
        checksum.update(yuv);
        return (int) checksum.getValue();
    }
}
