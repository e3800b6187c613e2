package ma.balagh.dispatch.position;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What positions are believed, how they are written, and what is kept of them. */
@ConfigMapping(prefix = "balagh.position")
public interface PositionConfig {

    /** Speed in km/h above which no unit moves: whoever seems to be faster has a receiver that is wrong. */
    @WithDefault("250")
    double fastest();

    /** So many metres of a move are taken for the receiver's error. */
    @WithDefault("100")
    double tolerance();

    /** How long positions gather before they are written together. */
    @WithDefault("PT0.02S")
    Duration gather();

    /** So many positions may wait to be written; more are refused until there is room. */
    @WithDefault("10000")
    int mostWaiting();

    Track track();

    /** Where units have been. */
    interface Track {

        /** A unit that has moved so many metres since the last point of its track gets another one. */
        @WithDefault("50")
        double metres();

        /** And so does one whose last point is so old. */
        @WithDefault("PT1M")
        Duration interval();

        /** Tracks and last positions that are older are erased. */
        @WithDefault("P30D")
        Duration retention();

        /** How often that is looked for. */
        @WithDefault("PT10M")
        Duration eraseInterval();
    }
}
