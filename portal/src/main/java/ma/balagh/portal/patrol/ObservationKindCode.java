package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;

/** What a crew saw at a place. */
@TemplateData
public enum ObservationKindCode {
    NOTHING,
    SUSPICIOUS_PEOPLE,
    CROWD,
    POOR_LIGHTING,
    OTHER
}
