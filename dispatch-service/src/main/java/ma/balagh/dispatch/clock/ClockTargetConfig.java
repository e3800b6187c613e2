package ma.balagh.dispatch.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * {@code balagh.clock.target.*}: how long each stage of a published video should last, which figures are compared with.
 * Nothing follows from them: incidents have targets of their own, by escalation policies.
 */
@ConfigMapping(prefix = "balagh.clock.target")
public interface ClockTargetConfig {

    /** From the publication until the report is taken in. */
    @WithDefault("PT30M")
    Duration publishedToTakenIn();

    /** From the first byte of an evidence until it is secured. */
    @WithDefault("PT1M")
    Duration takenInToSecured();

    /** From then until its examination ended. */
    @WithDefault("PT5M")
    Duration securedToExamined();

    /** From then until a verdict is proposed. */
    @WithDefault("PT2H")
    Duration examinedToProposed();

    /** From then until it is confirmed. */
    @WithDefault("PT1H")
    Duration proposedToConfirmed();

    /** From then until the first unit is sent, as in the built-in escalation policy. */
    @WithDefault("PT1M")
    Duration confirmedToAssigned();

    /** From then until it is there, the sum of three targets of that policy. */
    @WithDefault("PT17M30S")
    Duration assignedToOnScene();

    /** From then until the outcome, as in that policy. */
    @WithDefault("PT2H")
    Duration onSceneToOutcome();

    /** From then until the referral, as in that policy. */
    @WithDefault("PT36H")
    Duration outcomeToReferred();
}
