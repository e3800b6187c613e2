package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** How large a danger is. */
@TemplateData
public enum AlertSeverityCode {
    EXTREME,
    SEVERE,
    MODERATE,
    MINOR,
    UNKNOWN
}
