package ma.balagh.portal.sending;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.incident.IncidentTypeCode;
import ma.balagh.portal.incident.PriorityResponse;
import ma.balagh.portal.incident.RunCardCoverageResponse;

/** The words of sending several units. */
@MessageBundle("sending")
public interface SendingMessages {

    String priority(int level);

    @Message
    String priority_reason(PriorityResponse.Code code);

    String priority_by_severity(String severity);

    /** @param when how long ago */
    String priority_happened(String when);

    @Message
    String type(IncidentTypeCode type);

    String type_label();

    String alarm_level(int level);

    String alarm_level_label();

    String classify();

    String classify_yes();

    String role();

    String role_by_itself();

    @Message
    String role_name(RunCardCoverageResponse.Role role);

    String next_door();

    String ask_next_door();

    String run_card();

    String standard();

    String filled(int filled, int count);

    String missing(int missing);

    @Message
    String shortfall_reason(RunCardCoverageResponse.Shortfall.Reason reason);

    String planned_title();

    String planned_by(String name);

    String plan(String callSign);

    String next();

    String ready();

    String ready_told(String callSign);

    String send_next(String callSign);

    String withdraw_plan(String callSign);

    String free_in();

    String there_in();

    String unknown();

    String next_incident();

    String stand_down();

    String stand_down_yes();

    String reason();

    String other_incident();

    String nowhere_else();

    String elsewhere_unknown();

    String done_at();

    String done_at_hint();

    String unit_asks_for_assistance();

    String unit_asks_for_assistance_yes();

    String assistance_asked();

    String ask_for_assistance();

    String ask_for_assistance_sure();

    String ask_for_assistance_yes();

    String reopen();

    String reopen_reason();

    String reopen_yes();

    String related();

    String same_place();

    String same_time();
}
