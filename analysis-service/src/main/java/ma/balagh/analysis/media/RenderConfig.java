package ma.balagh.analysis.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the machine showing one medium in another form may take. */
@ConfigMapping(prefix = "balagh.render")
public interface RenderConfig {

    /** The longer side of what is shown, in pixels. */
    @WithDefault("1280")
    int size();

    /** How long making one rendition may take: each time that the medium is decoded for it. */
    @WithDefault("PT1H")
    Duration timeLimit();

    /** The largest rendition, in bytes. */
    @WithDefault("512M")
    MemorySize sizeLimit();

    /** Address space of a process that decodes and encodes. */
    @WithDefault("4G")
    MemorySize memoryLimit();

    /** Pictures of a medium that is redacted at most: some bytes for each are remembered from the first pass. */
    @WithDefault("1000000")
    int pictures();

    /** How long finding the picture of one moment may take. */
    @WithDefault("PT30S")
    Duration stillTimeLimit();
}
