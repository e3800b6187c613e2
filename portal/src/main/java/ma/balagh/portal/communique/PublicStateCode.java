package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** How a published communiqué stands. */
@TemplateData
public enum PublicStateCode {
    PUBLISHED,
    CORRECTED,
    RETRACTED
}
