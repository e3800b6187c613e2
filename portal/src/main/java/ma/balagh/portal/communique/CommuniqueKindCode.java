package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** What a communiqué is about. */
@TemplateData
public enum CommuniqueKindCode {
    CASE,
    FIGURES,
    STATEMENT,
    ALERT
}
