package ma.balagh.portal.audit;

import org.jspecify.annotations.Nullable;

/** What was done, and which service writes it down. */
public enum AuditKindCode {
    /** The trail itself was read, of whichever service. */
    AUDIT_CONSULTED,

    EVIDENCE_BEING_CONSULTED(AuditTrailOwner.INTAKE),
    EVIDENCE_CONSULTED(AuditTrailOwner.INTAKE),
    EVIDENCE_EXPORTED(AuditTrailOwner.INTAKE),
    EVIDENCE_DISCLOSED(AuditTrailOwner.INTAKE),
    REPORTER_CONSULTED(AuditTrailOwner.INTAKE),
    REPORT_SET_ASIDE(AuditTrailOwner.INTAKE),
    REPORT_NO_RECORDING(AuditTrailOwner.INTAKE),
    REPORT_RULE_STOPPED(AuditTrailOwner.INTAKE),
    REPORT_RULE_RESUMED(AuditTrailOwner.INTAKE),
    MEDIUM_RETRIED(AuditTrailOwner.INTAKE),
    HOLD_PLACED(AuditTrailOwner.INTAKE),
    HOLD_LIFTED(AuditTrailOwner.INTAKE),
    TERMS_CHANGED(AuditTrailOwner.INTAKE),
    ANSWER_TEXT_PROPOSED(AuditTrailOwner.INTAKE),
    ANSWER_TEXT_CONFIRMED(AuditTrailOwner.INTAKE),
    ANSWER_TEXT_REFUSED(AuditTrailOwner.INTAKE),

    STILL_CONSULTED(AuditTrailOwner.ANALYSIS),
    RENDITION_CONSULTED(AuditTrailOwner.ANALYSIS),
    RENDITION_ORDERED(AuditTrailOwner.ANALYSIS),
    EXAMINATION_CONSULTED(AuditTrailOwner.ANALYSIS),
    DOSSIER_CONSULTED(AuditTrailOwner.ANALYSIS),
    DOSSIER_JOINED(AuditTrailOwner.ANALYSIS),
    DOSSIER_SEPARATED(AuditTrailOwner.ANALYSIS),
    DOSSIER_REPORTS_ATTACHED(AuditTrailOwner.ANALYSIS),
    URGENCY_CHANGED(AuditTrailOwner.ANALYSIS),
    VERDICT_PROPOSED(AuditTrailOwner.ANALYSIS),
    VERDICT_CONFIRMED(AuditTrailOwner.ANALYSIS),
    VERDICT_REFUSED(AuditTrailOwner.ANALYSIS),
    REOPENING_PROPOSED(AuditTrailOwner.ANALYSIS),
    REOPENING_CONFIRMED(AuditTrailOwner.ANALYSIS),
    REOPENING_REFUSED(AuditTrailOwner.ANALYSIS),
    FOOTAGE_BANKED(AuditTrailOwner.ANALYSIS),
    FOOTAGE_REMOVED(AuditTrailOwner.ANALYSIS),

    INCIDENT_OPENED(AuditTrailOwner.DISPATCH),
    INCIDENT_CLASSIFIED(AuditTrailOwner.DISPATCH),
    INCIDENT_ASSIGNED(AuditTrailOwner.DISPATCH),
    INCIDENT_ACKNOWLEDGED(AuditTrailOwner.DISPATCH),
    INCIDENT_EN_ROUTE(AuditTrailOwner.DISPATCH),
    INCIDENT_ON_SCENE(AuditTrailOwner.DISPATCH),
    INCIDENT_CLEARED(AuditTrailOwner.DISPATCH),
    INCIDENT_STOOD_DOWN(AuditTrailOwner.DISPATCH),
    INCIDENT_ASSISTANCE_ASKED(AuditTrailOwner.DISPATCH),
    INCIDENT_ESCALATED(AuditTrailOwner.DISPATCH),
    INCIDENT_RESOLVED(AuditTrailOwner.DISPATCH),
    INCIDENT_OUTCOME_CORRECTED(AuditTrailOwner.DISPATCH),
    INCIDENT_REOPENED(AuditTrailOwner.DISPATCH),
    INCIDENT_REFERRED(AuditTrailOwner.DISPATCH),
    INCIDENT_COURT_DECIDED(AuditTrailOwner.DISPATCH),
    INCIDENT_VERDICT_WITHDRAWN(AuditTrailOwner.DISPATCH),
    INCIDENT_VERDICT_REACHED_AGAIN(AuditTrailOwner.DISPATCH),
    INCIDENT_CANCELLED(AuditTrailOwner.DISPATCH),
    RIGHTS_RECORDED(AuditTrailOwner.DISPATCH),
    REFERRAL_CONSULTED(AuditTrailOwner.DISPATCH),
    TRACK_CONSULTED(AuditTrailOwner.DISPATCH),
    INCIDENTS_EXPORTED(AuditTrailOwner.DISPATCH),
    FIGURES_EXPORTED(AuditTrailOwner.DISPATCH),
    DESK_EXPORTED(AuditTrailOwner.DISPATCH),
    INQUIRY_CONSULTED(AuditTrailOwner.DISPATCH),
    COMMUNIQUE_FINDING_ANSWERED(AuditTrailOwner.DISPATCH),
    COMMUNIQUE_APPROVED(AuditTrailOwner.DISPATCH),
    COMMUNIQUE_RETRACTED(AuditTrailOwner.DISPATCH),
    PATROL_PLAN_MADE(AuditTrailOwner.DISPATCH),
    PATROL_PLAN_PROPOSED(AuditTrailOwner.DISPATCH),
    PATROL_PLAN_FAILED(AuditTrailOwner.DISPATCH),
    PATROL_PLAN_APPROVED(AuditTrailOwner.DISPATCH),
    PATROL_PLAN_REPAIRED(AuditTrailOwner.DISPATCH),
    PATROL_PLAN_WITHDRAWN(AuditTrailOwner.DISPATCH);

    private final @Nullable AuditTrailOwner owner;

    AuditKindCode() {
        this.owner = null;
    }

    AuditKindCode(AuditTrailOwner owner) {
        this.owner = owner;
    }

    boolean isWrittenBy(AuditTrailOwner service) {
        return owner == null || owner == service;
    }
}
