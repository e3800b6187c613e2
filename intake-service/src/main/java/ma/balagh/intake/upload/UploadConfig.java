package ma.balagh.intake.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.upload.*}: how long uploads by tus wait, and how many. */
@ConfigMapping(prefix = "balagh.upload")
public interface UploadConfig {

    /** How long an unfinished upload waits for its next bytes. */
    @WithDefault("24h")
    Duration patience();

    /** How many uploads of one caller may be unfinished at once. */
    @WithDefault("200")
    int openPerCaller();

    /** After that time without a byte, a request for an upload gives way to the next one for it. */
    @WithDefault("5s")
    Duration silence();

    /** How often uploads are looked through for those that are complete and not secured, and those that have expired. */
    @WithDefault("1m")
    Duration sweepInterval();

    /** How long it is known of an upload that it has ended, and how. */
    @WithDefault("7d")
    Duration memory();
}
