package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;

/** How far a plan is. */
@TemplateData
public enum PatrolPlanStateCode {
    SOLVING,
    PROPOSED,
    APPROVED,
    FAILED,
    WITHDRAWN
}
