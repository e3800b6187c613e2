package ma.balagh.portal.incident;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the dispatcher's desk and of field units. */
@MessageBundle("incident")
public interface IncidentMessages {

    @Message
    String title();

    @Message
    String state(Incident.State state);

    @Message
    String map_attended();

    @Message
    String unfinished();

    @Message
    String any_state();

    @Message
    String nothing_here();

    @Message
    String place();

    @Message
    String unknown_place();

    /** @param place its name in the same language */
    @Message
    String near(String place);

    @Message
    String unit();

    @Message
    String state_column();

    @Message
    String severity(int severity);

    @Message
    String open_for();

    @Message
    String occurred();

    @Message
    String jurisdiction();

    @Message
    String coordinates();

    @Message
    String units_title();

    @Message
    String unit_status(Unit.Status status);

    @Message
    String kind(String kind);

    @Message
    String crew(int crew);

    @Message
    String seen(String when);

    @Message
    String no_units();

    @Message
    String recommended_title();

    @Message
    String recommended_text();

    @Message
    String no_recommendation();

    @Message
    String distance_label();

    @Message
    String distance(String kilometres);

    @Message
    String arrival();

    @Message
    String reason(Recommendation.Code code);

    @Message
    String assign(String unit);

    @Message
    String assignment_title();

    @Message
    String assigned_by(String name);

    @Message
    String status(Assignment.Status status);

    @Message
    String act(Assignment.Status status);

    @Message
    String step(Assignment.Status status);

    @Message
    String clear_sure();

    @Message
    String clear_yes();

    @Message
    String give_back();

    @Message
    String give_back_sure();

    @Message
    String give_back_yes();

    @Message
    String withdraw();

    @Message
    String withdraw_yes();

    @Message
    String note();

    @Message
    String outcome_title();

    @Message
    String outcome(Incident.OutcomeKind outcome);

    @Message
    String outcome_told_by(String name);

    @Message
    String persons();

    @Message
    String outcome_note();

    @Message
    String tell_outcome();

    @Message
    String referral_title();

    @Message
    String court();

    @Message
    String reference();

    @Message
    String referred_at();

    @Message
    String refer();

    @Message
    String timeline_title();

    @Message
    String entry(Incident.EntryKind kind);

    @Message
    String by(String name);

    @Message
    String open_dossier();

    @Message
    String nothing_to_do();

    @Message
    String nothing_to_do_text();

    @Message
    String map();

    @Message
    String map_title();

    @Message
    String map_text();

    @Message
    String north();

    @Message
    String verdict_withdrawn();

    @Message
    String withdrawn_title();

    @Message
    String withdrawn_text();

    @Message
    String cancel_title();

    @Message
    String cancel_note();

    @Message
    String cancel();
}
