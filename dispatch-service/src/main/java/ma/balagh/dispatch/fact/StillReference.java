package ma.balagh.dispatch.fact;

import java.net.URI;
import java.util.UUID;

/**
 * Where analysis shows the marked moment, with faces hidden: with the reader's own token, and with its state while it is
 * being made.
 *
 * @param href path on analysis
 * @param at seconds from the beginning of the medium
 */
public record StillReference(URI href, UUID evidenceId, double at) {}
