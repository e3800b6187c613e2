package ma.balagh.dispatch.referral;

import java.nio.file.Path;

/**
 * A file of the container.
 *
 * @param name in the container, in ASCII
 * @param file where it lies until the container is made
 */
record ReferralPart(String name, String mediaType, long size, String sha256, Path file) {}
