package ma.balagh.intake.obtain;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.obtain.*}: how the media that reports name by address are obtained. */
@ConfigMapping(prefix = "balagh.obtain")
public interface ObtainConfig {

    /** How often what a link has come to is given to those that follow it; {@code off} leaves that to other replicas. */
    @WithDefault("1s")
    String interval();

    /** How often links are counted for the metrics, and partial files swept that nobody needs any more. */
    @WithDefault("15s")
    String countInterval();

    /** How many links all replicas together work on at once at one host. */
    @WithDefault("2")
    int perHost();

    /** How long one host is left alone after a request to it began or ended. */
    @WithDefault("1s")
    Duration hostPause();

    /** The pause after the first attempt that brought nothing; it doubles with each. */
    @WithDefault("30s")
    Duration firstPause();

    /** The longest of these pauses, unless a server asks for a longer one. */
    @WithDefault("6h")
    Duration longestPause();

    /** How long what was fetched from an address is given to further reports that name it, without asking again. */
    @WithDefault("10m")
    Duration reuse();

    /** How long whoever files a report that names a page has to send its media before the page is looked at. */
    @WithDefault("1m")
    Duration pageDelay();

    /** So many bytes of a page are read. */
    @WithDefault("2M")
    MemorySize pageSize();

    /** So many media of one page are taken. */
    @WithDefault("10")
    int mostPerPage();
}
