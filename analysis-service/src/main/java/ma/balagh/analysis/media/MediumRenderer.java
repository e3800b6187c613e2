package ma.balagh.analysis.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import ma.balagh.analysis.media.RenderedMedium.Form;
import ma.balagh.analysis.media.RenderedMedium.Progress;
import ma.balagh.analysis.media.UnreadableMediumException.Reason;
import ma.balagh.analysis.packet.PacketTrack;
import org.jspecify.annotations.Nullable;

/** Renders media in a form that every browser plays: H.264 and AAC in MP4, AAC alone, or a JPEG. */
@ApplicationScoped
public class MediumRenderer {

    private final MediaReader reader;
    private final MediaConfig media;
    private final RenderConfig config;
    private final MomentReader moments;
    private final ToolSandbox sandbox;

    public MediumRenderer(MediaReader reader, MediaConfig media, RenderConfig config) {
        this.reader = reader;
        this.media = media;
        this.config = config;
        this.moments = new MomentReader(reader, media, config);
        // The derived picture and the one that is written lie there together; pixels go through a pipe, for as long as
        // the time limit lets them.
        this.sandbox = new ToolSandbox(new ToolLimits(
                config.memoryLimit().asLongValue(),
                config.sizeLimit().asLongValue(),
                2 * config.sizeLimit().asLongValue(),
                Long.MAX_VALUE,
                media.threads()));
    }

    /** Which program does it, such as {@code ffmpeg 7.1.5}. */
    public String tool() throws IOException, InterruptedException {
        return "ffmpeg " + reader.version(media.ffmpeg());
    }

    /**
     * All of a medium as it is.
     *
     * @throws UnreadableMediumException when there is nothing to see or hear
     */
    public RenderedMedium playable(ScratchDirectory scratch, ProbeResult probe, Progress progress)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        var tools = new RenderToolRunner(sandbox, config, scratch);
        if (probe.isSound()) {
            return heard(tools, probe, RenderedSound.KEEP, progress);
        }
        ProbeResult.Stream picture = picture(probe);
        RenderCommand command = command(scratch, probe, picture);
        PictureSize size = size(tools, command);
        if (probe.isStill()) {
            List<String> call = command.picture(size);
            var ending = tools.run(call, RenderToolRunner::nothing, ToolSandbox.Input.NONE);
            tools.made(call);
            return checkedPicture(tools, ending.clean());
        }
        var output = RenderToolRunner.progress(probe.duration(), progress);
        Integer sound = probe.sound().map(ProbeResult.Stream::index).orElse(null);
        List<String> call = command.playable(size, sound);
        var ending = tools.run(call, output, ToolSandbox.Input.NONE);
        if (!ending.clean() && sound != null) {
            // A sound that cannot be decoded takes the picture with it.
            call = command.playable(size, null);
            ending = tools.run(call, output, ToolSandbox.Input.NONE);
        }
        tools.made(call);
        return checkedFilm(tools, ending.clean(), null);
    }

    /**
     * What may leave: parts of each picture painted over, the sound removed or altered. Each picture is decoded into
     * pixels, painted and encoded from these; of the medium itself nothing but its sound gets into the result.
     *
     * @throws UnreadableMediumException when there is nothing to see or hear
     */
    public RenderedMedium redacted(
            ScratchDirectory scratch, ProbeResult probe, FrameRedactor redactor, RenderedSound sound, Progress progress)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        var tools = new RenderToolRunner(sandbox, config, scratch);
        if (probe.isSound()) {
            if (sound == RenderedSound.REMOVE) {
                throw new UnrenderableMediumException(UnrenderableMediumException.Reason.NOTHING_LEFT);
            }
            return heard(tools, probe, sound, progress);
        }
        RenderCommand command = command(scratch, probe, picture(probe));
        Integer stream = sound == RenderedSound.REMOVE
                ? null
                : probe.sound().map(ProbeResult.Stream::index).orElse(null);
        var passes = new RedactionRenderer(tools, command, size(tools, command), redactor, progress);
        if (probe.isStill()) {
            passes.still();
            return checkedPicture(tools, true);
        }
        int pictures = passes.film(stream, sound, config.pictures());
        return checkedFilm(tools, true, pictures);
    }

    /**
     * The picture that is shown at a second, as it may leave: what is to be hidden is painted over.
     *
     * @param at seconds from the beginning; of a single picture without meaning
     * @throws UnreadableMediumException when there is nothing to see
     */
    public RenderedMedium still(
            ScratchDirectory scratch, ProbeResult probe, double at, FrameRedactor redactor, Progress progress)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        if (probe.isSound()) {
            throw new UnrenderableMediumException(UnrenderableMediumException.Reason.NOTHING_LEFT);
        }
        var tools = new RenderToolRunner(sandbox, config, scratch);
        RenderCommand command = command(scratch, probe, picture(probe));
        var passes = new RedactionRenderer(tools, command, size(tools, command), redactor, progress);
        if (probe.isStill()) {
            passes.still();
        } else {
            passes.moment(moments.at(scratch, probe, at).at(), config.pictures());
        }
        return checkedPicture(tools, true);
    }

    private RenderedMedium heard(RenderToolRunner tools, ProbeResult probe, RenderedSound sound, Progress progress)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        var stream = probe.sound().orElseThrow(() -> new UnreadableMediumException(Reason.NOTHING_TO_SEE_OR_HEAR));
        var command = new RenderCommand(ffmpeg(), DecoderInput.of(stream.index()), media, config);
        List<String> call = command.heard(stream.index(), sound);
        var ending = tools.run(call, RenderToolRunner.progress(probe.duration(), progress), ToolSandbox.Input.NONE);
        tools.made(call);
        ProbeResult shown = shown(tools, ending.clean());
        if (!shown.isSound()) {
            throw notEncoded(tools);
        }
        return tools.rendered(Form.SOUND, shown.duration(), 0);
    }

    private static ProbeResult.Stream picture(ProbeResult probe) throws UnreadableMediumException {
        return probe.picture().orElseThrow(() -> new UnreadableMediumException(Reason.NOTHING_TO_SEE_OR_HEAR));
    }

    private RenderCommand command(ScratchDirectory scratch, ProbeResult probe, ProbeResult.Stream picture)
            throws UnreadableMediumException, IOException, InterruptedException {
        DecoderInput feed = probe.feed(picture);
        if (feed.isDerived() && !Files.exists(scratch.directory().resolve(DecoderInput.DERIVED))) {
            // What is missing of it is told by the examination.
            var unused = reader.derive(scratch);
        }
        return new RenderCommand(ffmpeg(), feed, media, config);
    }

    private String ffmpeg() throws IOException {
        return MediaReader.program(media.ffmpeg());
    }

    private PictureSize size(RenderToolRunner tools, RenderCommand command)
            throws UnreadableMediumException, UnrenderableMediumException, IOException, InterruptedException {
        var ending = tools.run(command.size(), PictureSize::read, ToolSandbox.Input.NONE);
        return Optional.ofNullable(ending.output())
                .flatMap(size -> size)
                .orElseThrow(() -> new UnreadableMediumException(Reason.NO_FRAME, ToolErrorFilter.of(ending.errors())));
    }

    /** @param pictures how many it must show; null where that is not known */
    private RenderedMedium checkedFilm(RenderToolRunner tools, boolean clean, @Nullable Integer pictures)
            throws UnrenderableMediumException, IOException, InterruptedException {
        ProbeResult shown = shown(tools, clean);
        ProbeResult.Stream film = shown.picture().orElseThrow(() -> notEncoded(tools));
        PacketTrack track = shown.packets().track(film.index());
        int count = track == null ? 0 : track.count();
        boolean whole = pictures == null || count == pictures || shown.packets().truncated() && count < pictures;
        if (!film.codec().equals("h264") || count == 0 || !whole) {
            throw notEncoded(tools);
        }
        return tools.rendered(Form.FILM, shown.duration(), pictures == null ? count : pictures);
    }

    private RenderedMedium checkedPicture(RenderToolRunner tools, boolean clean)
            throws UnrenderableMediumException, IOException, InterruptedException {
        if (!shown(tools, clean).isStill()) {
            throw notEncoded(tools);
        }
        return tools.rendered(Form.PICTURE, null, 1);
    }

    /** What a reader finds in the result, who knows nothing of how it was made. */
    private ProbeResult shown(RenderToolRunner tools, boolean clean)
            throws UnrenderableMediumException, IOException, InterruptedException {
        if (!clean || !Files.exists(tools.result())) {
            throw notEncoded(tools);
        }
        try (ScratchDirectory check = reader.scratch()) {
            Files.createLink(check.medium(), tools.result());
            return reader.probe(check);
        } catch (UnreadableMediumException unreadable) {
            throw notEncoded(tools);
        }
    }

    private static UnrenderableMediumException notEncoded(RenderToolRunner tools) {
        return new UnrenderableMediumException(UnrenderableMediumException.Reason.NOT_ENCODED, tools.complaints());
    }
}
