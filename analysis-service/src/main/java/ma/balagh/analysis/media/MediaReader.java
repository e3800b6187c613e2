package ma.balagh.analysis.media;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads media, each in a scratch directory, with tools that are kept on a short lead. */
@ApplicationScoped
public class MediaReader {

    private static final Pattern VERSION = Pattern.compile("^ff(?:mpeg|probe) version (\\S+)");

    private final MediaConfig config;
    private final ToolSandbox sandbox;
    /** Null until somebody asks. */
    private @Nullable String muxers;

    public MediaReader(MediaConfig config) {
        this.config = config;
        this.sandbox = new ToolSandbox(ToolLimits.of(config));
    }

    void sweep(@Observes StartupEvent started) throws IOException {
        ScratchDirectory.sweep(config.scratchDirectory());
    }

    public ScratchDirectory scratch() throws IOException {
        return ScratchDirectory.in(config.scratchDirectory());
    }

    /**
     * Starts a tool as for a medium, and asks for its version.
     *
     * @return such as {@code 7.1.5-0+deb13u1}
     * @throws IOException when it cannot be started, or does not answer as FFmpeg's tools do
     */
    String version(String tool) throws IOException, InterruptedException {
        try (ScratchDirectory scratch = scratch()) {
            var ending = sandbox.run(
                    List.of(program(tool), "-version"),
                    scratch.directory(),
                    config.probeTimeLimit(),
                    stdout -> new String(stdout.readNBytes(1 << 16), StandardCharsets.UTF_8));
            var answer = VERSION.matcher(String.valueOf(ending.output()));
            if (!ending.clean() || !answer.find()) {
                throw new IOException(ToolErrorFilter.firstOf(ending.errors(), tool + " does not start"));
            }
            return answer.group(1);
        }
    }

    /**
     * Reads the container's own description.
     *
     * @throws UnreadableMediumException when it is none of the containers that we accept, or claims to be larger than
     * we decode
     */
    public ProbeResult probe(ScratchDirectory scratch)
            throws UnreadableMediumException, IOException, InterruptedException {
        ProbeResult probe = PlainFilmReader.of(scratch.medium()).orElse(null);
        if (probe == null) {
            probe = completed(described(scratch), scratch.medium());
        }
        for (ProbeResult.Stream stream : probe.streams()) {
            if ((long) stream.width() * stream.height() > config.pixelLimit()) {
                throw new UnreadableMediumException(
                        UnreadableMediumException.Reason.TOO_MANY_PIXELS,
                        List.of(stream.width() + "×" + stream.height()));
            }
        }
        return probe;
    }

    /** What ffprobe says. */
    ProbeResult described(ScratchDirectory scratch)
            throws UnreadableMediumException, IOException, InterruptedException {
        var ending = sandbox.run(
                ProbeCommand.of(program(config.ffprobe()), config),
                scratch.directory(),
                config.probeTimeLimit(),
                ProbeOutputParser::read);
        if (ending.timedOut()) {
            throw new UnreadableMediumException(UnreadableMediumException.Reason.TOO_SLOW_TO_DESCRIBE);
        }
        ProbeResult probe = ending.output();
        if (probe == null || ending.exitCode() != 0) {
            throw new UnreadableMediumException(
                    ending.exitCode() == 0 || ending.stop() == ToolSandbox.Stop.SIZE
                            ? UnreadableMediumException.Reason.TOO_LONG_A_DESCRIPTION
                            : UnreadableMediumException.Reason.NO_MEDIUM,
                    ToolErrorFilter.of(ending.errors()));
        }
        return probe;
    }

    /** Adds what FFmpeg passes over. */
    private ProbeResult completed(ProbeResult probe, Path medium) throws IOException {
        var animation = WebpAnimation.of(medium, config.maximumFrames());
        if (animation.isPresent()) {
            var webp = animation.get();
            return probe.moving(webp.width(), webp.height(), webp.seconds()).with(ExifReader.of(medium));
        }
        if (!probe.isStill()) {
            return probe;
        }
        return probe.turned(HeifMetaReader.turnsOf(medium)).with(ExifReader.of(medium));
    }

    /**
     * Decodes a medium once, for frames and stills together. What is only heard has neither.
     *
     * @throws UnreadableMediumException when there is nothing to see or hear, or not one frame could be decoded
     */
    public DecodingResult decode(ScratchDirectory scratch, ProbeResult probe, DecodingResult.Frames frames)
            throws UnreadableMediumException, IOException, InterruptedException {
        if (probe.isSound()) {
            return listen(scratch, probe.sound().orElseThrow());
        }
        ProbeResult.Stream picture = probe.picture()
                .orElseThrow(
                        () -> new UnreadableMediumException(UnreadableMediumException.Reason.NOTHING_TO_SEE_OR_HEAR));
        List<String> complaints = new ArrayList<>();
        if (probe.feed(picture).isDerived()) {
            complaints.addAll(derive(scratch));
        }
        boolean whole = complaints.isEmpty();
        var plan = DecodePlan.of(probe, picture, config);
        ToolSandbox.Ending<Integer> ending = seen(scratch, plan, probe.isStill() ? List.of() : soundOf(probe), frames);
        Integer count = ending.output();
        if (count == null || count == 0) {
            // Of a plain film ffprobe was not asked yet: it knows better why nothing can be read.
            described(scratch);
            throw new UnreadableMediumException(
                    ending.timedOut()
                            ? UnreadableMediumException.Reason.TOO_SLOW_TO_DECODE
                            : UnreadableMediumException.Reason.NO_FRAME,
                    ToolErrorFilter.of(ending.errors()));
        }
        complaints.addAll(ToolErrorFilter.of(ending.errors()));
        return new DecodingResult(
                count,
                plan.covered(count),
                plan.readStills(scratch.directory(), count),
                SoundOutput.read(scratch.directory()),
                ending.clean() && whole,
                ending.stop() != ToolSandbox.Stop.NONE,
                complaints,
                DecodingResult.Count.of(ending.errors(), probe.feed(picture).isDerived() ? 0 : picture.index()));
    }

    /** A sound that cannot even be begun must not hide the picture: then it is looked at without. */
    private ToolSandbox.Ending<Integer> seen(
            ScratchDirectory scratch, DecodePlan plan, List<String> sound, DecodingResult.Frames frames)
            throws IOException, InterruptedException {
        var ending = sandbox.run(
                plan.command(program(config.ffmpeg()), config, sound),
                scratch.directory(),
                config.decodeTimeLimit(),
                stdout -> plan.readFrames(stdout, frames));
        Integer count = ending.output();
        boolean isBegun = count == null || count > 0 || ending.stop() != ToolSandbox.Stop.NONE;
        return sound.isEmpty() || isBegun ? ending : seen(scratch, plan, List.of(), frames);
    }

    private List<String> soundOf(ProbeResult probe) throws IOException, InterruptedException {
        ProbeResult.Stream sound = probe.sound().orElse(null);
        return sound == null || !hearsSounds() ? List.of() : new SoundOutput(sound.index()).arguments();
    }

    /**
     * Whether this FFmpeg can make what sounds are compared by: builds without Chromaprint cannot.
     *
     * @throws IOException when it did not say; the next call asks again
     */
    public synchronized boolean hearsSounds() throws IOException, InterruptedException {
        if (muxers == null) {
            try (ScratchDirectory scratch = scratch()) {
                var ending = sandbox.run(
                        List.of(program(config.ffmpeg()), "-hide_banner", "-muxers"),
                        scratch.directory(),
                        config.probeTimeLimit(),
                        stdout -> new String(stdout.readNBytes(1 << 16), StandardCharsets.UTF_8));
                if (!ending.clean() || ending.output() == null) {
                    throw new IOException(
                            ToolErrorFilter.firstOf(ending.errors(), "FFmpeg does not say what it writes"));
                }
                muxers = ending.output();
            }
        }
        return muxers.contains(" chromaprint ");
    }

    /**
     * Makes of the medium what FFmpeg can decode.
     *
     * @return what is said when it is not all that the medium has
     */
    List<String> derive(ScratchDirectory scratch) throws UnreadableMediumException, IOException, InterruptedException {
        var webp = WebpAnimation.of(scratch.medium(), config.maximumFrames())
                .filter(animation -> !animation.pictures().isEmpty())
                .orElseThrow(() -> new UnreadableMediumException(UnreadableMediumException.Reason.NO_FRAME));
        var animation = new AnimationConverter(webp, scratch);
        var ending = sandbox.run(
                animation.command(program(config.ffmpeg()), config),
                scratch.directory(),
                config.decodeTimeLimit(),
                animation::write);
        Integer count = ending.output();
        if (count == null || count == 0) {
            throw new UnreadableMediumException(
                    UnreadableMediumException.Reason.NO_FRAME, ToolErrorFilter.of(ending.errors()));
        }
        return webp.complete() && count == webp.pictures().size()
                ? List.of()
                : List.of("Only the first " + count + " pictures of the animation were read");
    }

    private DecodingResult listen(ScratchDirectory scratch, ProbeResult.Stream sound)
            throws UnreadableMediumException, IOException, InterruptedException {
        var plan = new SoundPlan(sound.index(), hearsSounds() ? new SoundOutput(sound.index()).arguments() : List.of());
        var ending = sandbox.run(
                plan.command(program(config.ffmpeg()), config),
                scratch.directory(),
                config.decodeTimeLimit(),
                plan::seconds);
        Double seconds = ending.output();
        List<String> complaints = ToolErrorFilter.of(ending.errors());
        if (seconds == null || seconds == 0) {
            throw new UnreadableMediumException(UnreadableMediumException.Reason.NO_SOUND, complaints);
        }
        return new DecodingResult(
                0,
                seconds,
                List.of(),
                SoundOutput.read(scratch.directory()),
                ending.clean(),
                ending.stop() != ToolSandbox.Stop.NONE,
                complaints);
    }

    /** A program's full path: the tools have no PATH to look it up on. */
    static String program(String name) throws IOException {
        Path found = ProgramFinder.find(name);
        if (found == null) {
            throw new IOException(name + " is not installed");
        }
        return found.toString();
    }
}
