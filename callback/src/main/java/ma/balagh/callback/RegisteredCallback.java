package ma.balagh.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new callback.
 *
 * @param secret to verify messages with ({@code whsec_...}), shown here and never again
 */
public record RegisteredCallback(
        UUID id, String url, Instant createdAt, @Nullable String secret) {}
