package ma.balagh.portal.fact;

import io.quarkus.qute.TemplateData;
import java.util.UUID;

/**
 * The moment of a medium that shows best what happened.
 *
 * @param at seconds from its beginning
 */
@TemplateData
public record MarkedMomentResponse(UUID evidenceId, double at) {}
