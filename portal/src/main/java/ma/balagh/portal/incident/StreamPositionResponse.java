package ma.balagh.portal.incident;

import io.quarkus.qute.TemplateData;

/** Where dispatch's stream of changes is. A page that was read after it misses nothing if it follows from there. */
@TemplateData
public record StreamPositionResponse(String position) {}
