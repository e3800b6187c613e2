package ma.balagh.analysis.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Which tools read media, and how much of the machine they may take for one medium. */
@ConfigMapping(prefix = "balagh.media")
public interface MediaConfig {

    /** The ffmpeg program: a path, or a name looked up on the PATH. */
    @WithDefault("${BALAGH_FFMPEG:ffmpeg}")
    String ffmpeg();

    /** The ffprobe program: a path, or a name looked up on the PATH. */
    @WithDefault("${BALAGH_FFPROBE:ffprobe}")
    String ffprobe();

    /** Where media lie while they are examined; each in a directory of its own that is removed afterwards. */
    @WithDefault("${java.io.tmpdir}")
    Path scratchDirectory();

    /** How long describing one medium may take. */
    @WithDefault("PT20S")
    Duration probeTimeLimit();

    /** How long decoding one medium may take; what was decoded until then is kept. */
    @WithDefault("PT10M")
    Duration decodeTimeLimit();

    /** Address space of a tool's process. */
    @WithDefault("2G")
    MemorySize memoryLimit();

    /** The largest file that a tool may write. */
    @WithDefault("8M")
    MemorySize fileSizeLimit();

    /** All files together that a tool may write for one medium. */
    @WithDefault("256M")
    MemorySize writtenLimit();

    /** What a tool may write to its standard output for one medium: frames and sound, not compressed. */
    @WithDefault("4G")
    MemorySize outputLimit();

    /** Pictures with more pixels than this are refused before they are decoded. */
    @WithDefault("100000000")
    long pixelLimit();

    /** Decoding threads of one process; its computing time is limited to that of so many that never rest. */
    @WithDefault("2")
    int threads();

    /** Frames that are fingerprinted for each second of a medium, unless it is long. */
    @WithDefault("4")
    int framesPerSecond();

    /** Frames of one medium that are fingerprinted at most; a longer one is sampled less often. */
    @WithDefault("2400")
    int maximumFrames();

    /** Stills of one medium at most. */
    @WithDefault("12")
    int stills();

    /** The longer side of a still, in pixels. */
    @WithDefault("480")
    int stillSize();
}
