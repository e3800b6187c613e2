package ma.balagh.intake.callback;

import java.time.Instant;

/**
 * A secret that takes an earlier one's place.
 *
 * @param secret shown here and never again
 * @param earlierUntil how long messages are signed with the earlier one, too
 */
record NewSecret(String secret, Instant earlierUntil) {}
