package ma.balagh.portal.communique;

import io.quarkus.qute.TemplateData;

/** How sure a danger is. */
@TemplateData
public enum AlertCertaintyCode {
    OBSERVED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN
}
