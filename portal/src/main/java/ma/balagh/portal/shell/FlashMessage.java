package ma.balagh.portal.shell;

import io.quarkus.qute.TemplateEnum;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/** A message about a completed action, shown on the next page. */
@TemplateEnum
public enum FlashMessage {
    REPORT_REGISTERED,
    MEDIA_ADDED,
    REPORTS_ATTACHED,
    REPORTS_ANSWERED,
    VERDICT_PROPOSED,
    VERDICT_CONFIRMED,
    VERDICT_REFUSED,
    DOSSIER_JOINED,
    EVIDENCE_SEPARATED,
    REOPENING_PROPOSED,
    REOPENING_REFUSED,
    DOSSIER_REOPENED,
    URGENCY_CHANGED,
    UNIT_ASSIGNED,
    UNIT_PLANNED,
    PLAN_WITHDRAWN,
    UNIT_STOOD_DOWN,
    UNIT_REASSIGNED,
    ASSISTANCE_ASKED,
    PROGRESS_NOTED,
    PHOTO_TAKEN_IN,
    OBSERVATION_NOTED,
    OUTCOME_NOTED,
    OUTCOME_CORRECTED,
    RIGHTS_NOTED,
    DECISION_NOTED,
    REFERRAL_NOTED,
    INCIDENT_CANCELLED,
    INCIDENT_REOPENED,
    INCIDENT_CLASSIFIED,
    RUN_CARD_WRITTEN,
    UNIT_ENLISTED,
    UNIT_CHANGED,
    HELP_ASKED,
    HELP_CHANGED,
    INQUIRY_CHANGED,
    CLOSING_PROPOSED,
    CLOSING_REFUSED,
    INQUIRY_CLOSED,
    FOOTAGE_BANKED,
    FOOTAGE_REMOVED,
    RENDITION_ORDERED,
    SOURCE_WATCHED,
    SOURCE_CHANGED,
    SOURCE_REMOVED,
    SOURCE_POLLED,
    ITEM_BROUGHT_BACK,
    ITEM_LEFT_ASIDE,
    TERMS_CHANGED,
    MEDIUM_TRIED_AGAIN,
    RULE_STOPPED,
    RULE_RESUMED,
    TEXT_PROPOSED,
    TEXT_REFUSED,
    TEXT_EDITED,
    ROAD_CLOSED,
    ROAD_OPENED,
    TARGETS_SET,
    CALLBACK_ENDED,
    COMMUNIQUE_DRAFTED,
    COMMUNIQUE_CHANGED,
    FINDING_ANSWERED,
    COMMUNIQUE_APPROVED,
    COMMUNIQUE_RETRACTED,
    PATROL_PLAN_MADE,
    PATROL_PLAN_APPROVED,
    PATROL_PLAN_WITHDRAWN;

    /** Leads on to the page, with a note on it. htmx cannot see a redirect, so it is told by a header. */
    public Response then(Viewer viewer, String path) {
        URI next = UriBuilder.fromUri(path).queryParam("done", name()).build();
        return viewer.usesHtmx()
                ? Response.ok().header("HX-Redirect", next.toString()).build()
                : Response.seeOther(next)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
    }
}
