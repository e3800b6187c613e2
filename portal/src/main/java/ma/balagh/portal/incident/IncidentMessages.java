package ma.balagh.portal.incident;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dispatcher's desk and of field units. */
@MessageBundle("incident")
public interface IncidentMessages {

    String title();

    @Message
    String state(IncidentResponse.State state);

    String map_severity();

    String map_attended();

    String unfinished();

    String any_state();

    String nothing_here();

    String place();

    String unknown_place();

    /** @param place its name in the same language */
    String near(String place);

    String unit();

    String state_column();

    String severity(int severity);

    String open_for();

    String occurred();

    String jurisdiction();

    String coordinates();

    String units_title();

    @Message
    String unit_status(UnitResponse.Status status);

    String kind(String kind);

    String crew(int crew);

    String seen(String when);

    String no_units();

    String recommended_title();

    String recommended_text();

    String no_recommendation();

    String distance_label();

    String distance(String kilometres);

    String arrival();

    @Message
    String reason(RecommendationResponse.Code code);

    /**
     * @param when how long ago the unit was seen
     * @param added how much that adds to the time that it needs
     */
    String reason_seen(RecommendationResponse.Code code, String when, String added);

    String reason_lasting(RecommendationResponse.Code code, String time);

    /** @param role that is still needed */
    String reason_fits(String role);

    String assign(String unit);

    String assignment_title();

    String assigned_by(String name);

    @Message
    String status(AssignmentResponse.Status status);

    @Message
    String act(AssignmentResponse.Status status);

    @Message
    String step(AssignmentResponse.Status status);

    String clear_sure();

    String clear_yes();

    String give_back();

    String give_back_sure();

    String give_back_yes();

    String note();

    String outcome_title();

    @Message
    String outcome(IncidentResponse.OutcomeKind outcome);

    /** @param kind as dispatch names it */
    String outcome_named(String kind);

    String outcome_told_by(String name);

    String persons();

    String outcome_note();

    String tell_outcome();

    String referral_title();

    String court();

    String reference();

    String referred_at();

    String refer();

    String timeline_title();

    @Message
    String entry(IncidentResponse.EntryKind kind);

    String by(String name);

    /** @param when it was told, later than it happened */
    String recorded(String when);

    String open_dossier();

    String nothing_to_do();

    String nothing_to_do_text();

    String map();

    String map_title();

    String north();

    String verdict_withdrawn();

    String withdrawn_title();

    String withdrawn_text();

    String withdrawn_told();

    String new_told();

    String cancel_title();

    String cancel_note();

    String cancel();
}
