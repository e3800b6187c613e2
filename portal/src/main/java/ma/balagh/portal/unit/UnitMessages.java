package ma.balagh.portal.unit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.incident.UnitHindranceCode;

/** The words of units and of help between jurisdictions. */
@MessageBundle("unit")
public interface UnitMessages {

    String title();

    String text();

    String new_unit();

    String any_status();

    String nothing_here();

    String call_sign();

    String call_sign_hint();

    String kind();

    String kind_hint();

    String crew();

    String jurisdiction();

    String jurisdiction_hint();

    String skills();

    String skills_hint();

    String equipment();

    String equipment_hint();

    String none();

    String status_column();

    String shift_column();

    String seen_column();

    String never_seen();

    String change();

    String change_title();

    String new_title();

    String save();

    String present_title();

    String present_text();

    String duty_title();

    String engaged_text();

    String on_duty_since();

    String rests_until();

    String make_available();

    String put_on_duty();

    String put_off_duty();

    String make_busy();

    String busy_label();

    @Message
    String busy(UnitDetailResponse.Busy busy);

    @Message
    String hindrance(UnitHindranceCode hindrance);

    String shift_title();

    String shift_text();

    String begins();

    String ends();

    String plan();

    String cancel_shift();

    String no_shift();

    String home_title();

    String home_text();

    String home_name();

    String latitude();

    String longitude();

    String move_home();

    String leave_home();

    String no_home();

    String facts_title();

    String help_title();

    String help_text();

    String ask_title();

    String asking();

    String asked();

    String help_reason();

    String until();

    String ask();

    String no_help();

    String asked_by(String name);

    String answered_by(String name);

    @Message
    String help_state(HelpRequestResponse.State state);

    String granted_unit();

    String every_unit();

    String grant();

    String refuse();

    String end();

    String end_sure();

    String end_yes();

    String position_title();

    String position_consent();

    String position_switch();

    String position_interval();

    String seconds(Integer seconds);

    String position_needs_script();

    String position_off();

    String position_waiting();

    String position_sent();

    String position_denied();

    String position_unknown();

    String position_unsent();
}
