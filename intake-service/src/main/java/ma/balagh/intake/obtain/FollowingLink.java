package ma.balagh.intake.obtain;

import java.util.UUID;

/**
 * A link that waits for another one with the same address.
 *
 * @param leader the other one
 */
record FollowingLink(UUID id, UUID reportId, String url, UUID leader) implements OpenLink {}
