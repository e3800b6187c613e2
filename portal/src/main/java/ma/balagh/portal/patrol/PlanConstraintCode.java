package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;

/** What a visit is planned for, or costs. */
@TemplateData
public enum PlanConstraintCode {
    UNIT_OVERLAP,
    SPOT_TOO_SOON,
    DOSAGE,
    DISTRICT_SHARE,
    TRAVEL,
    WORKLOAD,
    CHANGE
}
