package ma.balagh.portal.ageing;

import io.quarkus.qute.TemplateData;
import java.util.List;
import ma.balagh.portal.dossier.DossierRowResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where a report stands on its way to an answer.
 *
 * @param step what it waits for; nothing once it is answered
 * @param dossiers in which it stands, as far as the viewer may see them
 */
@TemplateData
public record AwaitedAnswer(@Nullable AwaitedStep step, List<DossierRowResponse> dossiers) {}
