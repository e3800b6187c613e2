package ma.balagh.callback.signature;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret, perhaps in an earlier one's place.
 *
 * @param secret shown here and never again
 * @param earlierUntil how long the earlier one is valid, too; absent where there was none
 */
public record NewSecret(String secret, @Nullable Instant earlierUntil) {}
