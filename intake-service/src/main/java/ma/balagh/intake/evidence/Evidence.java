package ma.balagh.intake.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * One medium, kept byte for byte.
 *
 * @param size in bytes
 * @param mediaType as concluded from the bytes
 * @param receivedAt when its first byte came in
 * @param securedAt when it was safe on disk
 */
public record Evidence(UUID id, Digest digest, long size, String mediaType, Instant receivedAt, Instant securedAt) {}
