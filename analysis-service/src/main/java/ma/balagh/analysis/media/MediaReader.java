package ma.balagh.analysis.media;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Reads media, each in a scratch directory, with tools that are kept on a short lead. */
@ApplicationScoped
public class MediaReader {

    private static final Logger LOG = Logger.getLogger(MediaReader.class);

    private static final Pattern VERSION = Pattern.compile("^ff(?:mpeg|probe) version (\\S+)");

    private final MediaConfig config;
    private final Sandbox sandbox;

    public MediaReader(MediaConfig config) {
        this.config = config;
        List<String> isolation = NetworkIsolation.available();
        if (isolation.isEmpty()) {
            LOG.warn("Media tools run with this process's network: unshare(1) is not permitted here");
        }
        this.sandbox = new Sandbox(isolation, config.memoryLimit(), config.fileSizeLimit());
    }

    void sweep(@Observes StartupEvent started) throws IOException {
        Scratch.sweep(config.scratchDirectory());
    }

    public Scratch scratch() throws IOException {
        return Scratch.in(config.scratchDirectory());
    }

    /**
     * Starts a tool as for a medium, and asks for its version.
     *
     * @return such as {@code 7.1.5-0+deb13u1}
     * @throws IOException when it cannot be started, or does not answer as FFmpeg's tools do
     */
    String version(String tool) throws IOException, InterruptedException {
        try (Scratch scratch = scratch()) {
            var ending = sandbox.run(
                    List.of(program(tool), "-version"),
                    scratch.directory(),
                    config.probeTimeLimit(),
                    stdout -> new String(stdout.readNBytes(1 << 16), StandardCharsets.UTF_8));
            var answer = VERSION.matcher(String.valueOf(ending.output()));
            if (!ending.clean() || !answer.find()) {
                throw new IOException(Complaints.firstOf(ending.errors(), tool + " does not start"));
            }
            return answer.group(1);
        }
    }

    /**
     * Reads the container's own description.
     *
     * @throws Unreadable when it is none of the containers that we accept
     */
    public Probe probe(Scratch scratch) throws Unreadable, IOException, InterruptedException {
        var ending = sandbox.run(
                ProbeCommand.of(program(config.ffprobe()), config),
                scratch.directory(),
                config.probeTimeLimit(),
                ProbeOutput::read);
        if (ending.timedOut()) {
            throw new Unreadable("Reading its container took longer than "
                    + config.probeTimeLimit().toSeconds() + " s");
        }
        Probe probe = ending.output();
        if (ending.exitCode() != 0 || probe == null) {
            throw new Unreadable(Complaints.firstOf(ending.errors(), "It is none of the accepted containers"));
        }
        return probe.isStill() ? probe.with(Exif.of(scratch.medium())) : probe;
    }

    /**
     * Decodes a medium once, for frames and stills together.
     *
     * @throws Unreadable when it has no picture, or not one frame could be decoded
     */
    public Decoding decode(Scratch scratch, Probe probe, Decoding.Frames frames)
            throws Unreadable, IOException, InterruptedException {
        Probe.Stream picture = probe.picture().orElseThrow(() -> new Unreadable("It has no picture"));
        var plan = DecodePlan.of(probe, picture, config);
        var ending = sandbox.run(
                plan.command(program(config.ffmpeg()), config),
                scratch.directory(),
                config.decodeTimeLimit(),
                stdout -> plan.readFrames(stdout, frames));
        Integer count = ending.output();
        if (count == null || count == 0) {
            throw new Unreadable(
                    ending.timedOut()
                            ? "Decoding its first frame took too long"
                            : Complaints.firstOf(ending.errors(), "Not one frame could be decoded"));
        }
        return new Decoding(
                count,
                plan.covered(count),
                plan.readStills(scratch.directory(), count),
                ending.clean(),
                ending.timedOut(),
                Complaints.of(ending.errors()));
    }

    /** A program's full path: the tools have no PATH to look it up on. */
    private static String program(String name) throws IOException {
        Path found = Programs.find(name);
        if (found == null) {
            throw new IOException(name + " is not installed");
        }
        return found.toString();
    }
}
