package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** When people should act. */
@TemplateData
public enum AlertUrgencyCode {
    IMMEDIATE,
    EXPECTED,
    FUTURE,
    PAST,
    UNKNOWN
}
