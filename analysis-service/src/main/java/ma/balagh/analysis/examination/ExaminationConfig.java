package ma.balagh.analysis.examination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import ma.balagh.taskqueue.TaskWorkersConfig;

/** How the laboratory works off its queue. */
@ConfigMapping(prefix = "balagh.examination")
public interface ExaminationConfig extends TaskWorkersConfig {

    /** Media examined at the same time by this replica; 0 leaves the work to other replicas. */
    @Override
    @WithDefault("2")
    int workers();

    /**
     * A medium whose worker was lost so often, or failed on it, is given up as unreadable, and says so: it is tried
     * twice. A worker that is told to stop gives its medium back without blame, and what is away (intake, the database)
     * is waited for without end; only what died or failed while it examined counts.
     */
    @Override
    @WithDefault("2")
    int lostLeases();

    /** The pause before a medium is given up, or tried once more, after its second loss; it doubles with each. */
    @Override
    @WithDefault("PT10S")
    Duration lossPause();

    /**
     * Matches by sound alone of one medium at most, the best ones: a song may lie under thousands of films. Of media
     * that come later, as many once more are added to it.
     */
    @WithDefault("20")
    int soundMatches();
}
