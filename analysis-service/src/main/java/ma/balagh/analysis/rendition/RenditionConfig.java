package ma.balagh.analysis.rendition;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** How renditions are made and kept, and how many people look at media at the same time. */
@ConfigMapping(prefix = "balagh.rendition")
public interface RenditionConfig extends TaskWorkersConfig {

    /** How often a worker tells how far it is, and keeps its lease by that. */
    @Override
    @WithDefault("PT2S")
    Duration beat();

    /** How long a rendition is kept that nobody looks at. It can be made again. */
    @WithDefault("P7D")
    Duration keep();

    /** How often to look for such renditions, and to count what is kept. */
    Duration sweepInterval();

    /** Looks of one person for one purpose that lie closer together are one: a player asks for a film in many parts. */
    @WithDefault("PT15M")
    Duration look();

    /** Pictures of moments and contact sheets that are made at the same time on this replica. */
    @WithDefault("3")
    int moments();

    /** How long somebody waits for a place among these before being asked to come again. */
    @WithDefault("PT10S")
    Duration momentWait();

    /** When somebody is asked to come again. */
    @WithDefault("PT3S")
    Duration comeAgain();

    /** How long a medium lies ready for further looks after the last one. */
    @WithDefault("PT5M")
    Duration ready();

    /** Bytes of media that lie ready on this replica; what is used longest ago goes first. */
    @WithDefault("1G")
    MemorySize readyBytes();
}
