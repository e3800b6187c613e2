package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** How far a communiqué is. */
@TemplateData
public enum CommuniqueStateCode {
    DRAFT,
    APPROVED,
    RETRACTED
}
