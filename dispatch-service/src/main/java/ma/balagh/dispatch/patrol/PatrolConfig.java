package ma.balagh.dispatch.patrol;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.patrol.*}: what patrol plans are made of, and how long is searched for a better one. */
@ConfigMapping(prefix = "balagh.patrol")
public interface PatrolConfig {

    /** How often plans that failed or wait are counted for the metrics. */
    @WithDefault("PT15S")
    Duration metricsInterval();

    /**
     * The shortest visit, in minutes. Between 11 and 15 minutes a presence has the longest effect for its time (C. Koper,
     * Just Enough Police Presence, Justice Quarterly 12, 1995).
     */
    @WithDefault("11")
    int leastMinutes();

    /** The longest visit, in minutes. */
    @WithDefault("15")
    int mostMinutes();

    /** The least time between two visits of one place. */
    @WithDefault("PT30M")
    Duration spacing();

    /** The share of their working time that units spend on visits and the ways between them; the rest is for what comes. */
    @WithDefault("0.6")
    double share();

    /** How many times longer than reckoned a way may take, so that units that are late on one are not on the next. */
    @WithDefault("1.25")
    double reserve();

    /** The way to a visit that is reckoned with when visits are counted out, before anything is planned. */
    @WithDefault("PT10M")
    Duration usualWay();

    /** A unit that works for longer has a break (Directive 2003/88/EC, article 4). */
    @WithDefault("PT6H")
    Duration breakAfter();

    /** How long a break is. */
    @WithDefault("PT30M")
    Duration breakLength();

    /** For so long no visit of a unit begins that is busy now. */
    @WithDefault("PT1H")
    Duration away();

    /** Where no unit changes, a plan is looked at again after so long at the soonest. */
    @WithDefault("PT1M")
    Duration again();

    /** A repair leaves alone what begins so soon. */
    @WithDefault("PT5M")
    Duration notice();

    /** Times that are drawn for each visit, of which the search takes the one that fits. */
    @WithDefault("8")
    int draws();

    /** The longest plan. */
    @WithDefault("PT24H")
    Duration longest();

    /** How long is searched for a plan. */
    @WithDefault("PT20S")
    Duration search();

    /** The search ends earlier when nothing better was found for so long. */
    @WithDefault("PT4S")
    Duration unimproved();

    /** How long is searched when a plan is repaired. */
    @WithDefault("PT0.8S")
    Duration repair();

    Crew crew();

    /** What a crew is shown of its own visits. */
    interface Crew {

        /** How long before it begins a visit is shown: a phone that is lost tells no more than a night. */
        @WithDefault("PT12H")
        Duration ahead();

        /** How long after its end a visit is shown, so that the crew can still say what it saw. */
        @WithDefault("PT12H")
        Duration behind();

        /** What happened at a place longer ago is not shown. */
        @WithDefault("P365D")
        Duration past();
    }

    Effect effect();

    /** What incidents before visits are compared with. */
    interface Effect {

        /** At most so long before the first visit, and so long after it. */
        @WithDefault("P365D")
        Duration longest();

        /** What happened later is not counted: it takes a while until incidents are verified. */
        @WithDefault("P14D")
        Duration settle();

        /** With fewer weeks before the first visit, or after it, nothing is said. */
        @WithDefault("8")
        int leastWeeks();

        /** With fewer incidents before and after it together, nothing is said. */
        @WithDefault("10")
        int leastIncidents();
    }

    Presence presence();

    /** How it is found out how long units were where they were meant to be. */
    interface Presence {

        /** How often visits that are over are looked for. */
        @WithDefault("PT1M")
        Duration every();

        /** How long after a visit it is looked at, so that late positions count. */
        @WithDefault("PT10M")
        Duration settle();

        /** How much earlier or later than planned a unit may come and go. */
        @WithDefault("PT15M")
        Duration tolerance();

        /** Without a position for so long, nobody knows where a unit is. */
        @WithDefault("PT3M")
        Duration silence();
    }
}
