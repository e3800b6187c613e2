package ma.balagh.analysis.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import ma.balagh.analysis.media.Rendered.Form;
import ma.balagh.analysis.media.Rendered.Progress;
import ma.balagh.analysis.media.Unreadable.Reason;
import ma.balagh.analysis.packet.Track;
import org.jspecify.annotations.Nullable;

/** Shows media in a form that every browser plays: H.264 and AAC in MP4, AAC alone, or a JPEG. */
@ApplicationScoped
public class Renderer {

    private final MediaReader reader;
    private final MediaConfig media;
    private final RenderConfig config;
    private final Sandbox sandbox;

    public Renderer(MediaReader reader, MediaConfig media, RenderConfig config) {
        this.reader = reader;
        this.media = media;
        this.config = config;
        // The derived picture and the one that is written lie there together; pixels go through a pipe, for as long as
        // the time limit lets them.
        this.sandbox = new Sandbox(new Limits(
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
     * @throws Unreadable when there is nothing to see or hear
     */
    public Rendered playable(Scratch scratch, Probe probe, Progress progress)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        var tools = new RenderTools(sandbox, config, scratch);
        if (probe.isSound()) {
            return heard(tools, probe, RenderedSound.KEEP, progress);
        }
        Probe.Stream picture = picture(probe);
        RenderCommand command = command(scratch, probe, picture);
        PictureSize size = size(tools, command);
        if (probe.isStill()) {
            List<String> call = command.picture(size);
            var ending = tools.run(call, RenderTools::nothing, Sandbox.Input.NONE);
            tools.made(call);
            return checkedPicture(tools, ending.clean());
        }
        var output = RenderTools.progress(probe.duration(), progress);
        Integer sound = probe.sound().map(Probe.Stream::index).orElse(null);
        List<String> call = command.playable(size, sound);
        var ending = tools.run(call, output, Sandbox.Input.NONE);
        if (!ending.clean() && sound != null) {
            // A sound that cannot be decoded takes the picture with it.
            call = command.playable(size, null);
            ending = tools.run(call, output, Sandbox.Input.NONE);
        }
        tools.made(call);
        return checkedFilm(tools, ending.clean(), null);
    }

    /**
     * What may leave: parts of each picture painted over, the sound removed or altered. Each picture is decoded into
     * pixels, painted and encoded from these; of the medium itself nothing but its sound gets into the result.
     *
     * @throws Unreadable when there is nothing to see or hear
     */
    public Rendered redacted(Scratch scratch, Probe probe, Redactor redactor, RenderedSound sound, Progress progress)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        var tools = new RenderTools(sandbox, config, scratch);
        if (probe.isSound()) {
            if (sound == RenderedSound.REMOVE) {
                throw new Unrendered(Unrendered.Reason.NOTHING_LEFT);
            }
            return heard(tools, probe, sound, progress);
        }
        RenderCommand command = command(scratch, probe, picture(probe));
        Integer stream = sound == RenderedSound.REMOVE
                ? null
                : probe.sound().map(Probe.Stream::index).orElse(null);
        var passes = new Redaction(tools, command, size(tools, command), redactor, progress);
        if (probe.isStill()) {
            passes.still();
            return checkedPicture(tools, true);
        }
        int pictures = passes.film(stream, sound, config.pictures());
        return checkedFilm(tools, true, pictures);
    }

    private Rendered heard(RenderTools tools, Probe probe, RenderedSound sound, Progress progress)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        var stream = probe.sound().orElseThrow(() -> new Unreadable(Reason.NOTHING_TO_SEE_OR_HEAR));
        var command = new RenderCommand(ffmpeg(), Feed.of(stream.index()), media, config);
        List<String> call = command.heard(stream.index(), sound);
        var ending = tools.run(call, RenderTools.progress(probe.duration(), progress), Sandbox.Input.NONE);
        tools.made(call);
        Probe shown = shown(tools, ending.clean());
        if (!shown.isSound()) {
            throw notEncoded(tools);
        }
        return tools.rendered(Form.SOUND, shown.duration(), 0);
    }

    private static Probe.Stream picture(Probe probe) throws Unreadable {
        return probe.picture().orElseThrow(() -> new Unreadable(Reason.NOTHING_TO_SEE_OR_HEAR));
    }

    private RenderCommand command(Scratch scratch, Probe probe, Probe.Stream picture)
            throws Unreadable, IOException, InterruptedException {
        Feed feed = probe.feed(picture);
        if (feed.isDerived() && !Files.exists(scratch.directory().resolve(Feed.DERIVED))) {
            // What is missing of it is told by the examination.
            var unused = reader.derive(scratch);
        }
        return new RenderCommand(ffmpeg(), feed, media, config);
    }

    private String ffmpeg() throws IOException {
        return MediaReader.program(media.ffmpeg());
    }

    private PictureSize size(RenderTools tools, RenderCommand command)
            throws Unreadable, Unrendered, IOException, InterruptedException {
        var ending = tools.run(command.size(), PictureSize::read, Sandbox.Input.NONE);
        return Optional.ofNullable(ending.output())
                .flatMap(size -> size)
                .orElseThrow(() -> new Unreadable(Reason.NO_FRAME, Complaints.of(ending.errors())));
    }

    /** @param pictures how many it must show; null where that is not known */
    private Rendered checkedFilm(RenderTools tools, boolean clean, @Nullable Integer pictures)
            throws Unrendered, IOException, InterruptedException {
        Probe shown = shown(tools, clean);
        Probe.Stream film = shown.picture().orElseThrow(() -> notEncoded(tools));
        Track track = shown.packets().track(film.index());
        int count = track == null ? 0 : track.count();
        boolean whole = pictures == null || count == pictures || shown.packets().truncated() && count < pictures;
        if (!film.codec().equals("h264") || count == 0 || !whole) {
            throw notEncoded(tools);
        }
        return tools.rendered(Form.FILM, shown.duration(), pictures == null ? count : pictures);
    }

    private Rendered checkedPicture(RenderTools tools, boolean clean)
            throws Unrendered, IOException, InterruptedException {
        if (!shown(tools, clean).isStill()) {
            throw notEncoded(tools);
        }
        return tools.rendered(Form.PICTURE, null, 1);
    }

    /** What a reader finds in the result, who knows nothing of how it was made. */
    private Probe shown(RenderTools tools, boolean clean) throws Unrendered, IOException, InterruptedException {
        if (!clean || !Files.exists(tools.result())) {
            throw notEncoded(tools);
        }
        try (Scratch check = reader.scratch()) {
            Files.createLink(check.medium(), tools.result());
            return reader.probe(check);
        } catch (Unreadable unreadable) {
            throw notEncoded(tools);
        }
    }

    private static Unrendered notEncoded(RenderTools tools) {
        return new Unrendered(Unrendered.Reason.NOT_ENCODED, tools.complaints());
    }
}
