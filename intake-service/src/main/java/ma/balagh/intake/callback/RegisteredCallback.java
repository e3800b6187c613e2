package ma.balagh.intake.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback that was just registered.
 *
 * @param secret to verify messages with ({@code whsec_...}), shown here and never again
 */
record RegisteredCallback(
        UUID id, String url, Instant createdAt, @Nullable String secret) {}
