package ma.balagh.portal.fact;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about what happened, and about its still. */
@MessageBundle("fact")
public interface FactMessages {

    @Message
    String offence(OffenceKindCode offence);

    @Message
    String weapon(WeaponKindCode weapon);

    @Message
    String vehicle(VehicleKindCode vehicle);

    @Message
    String certainty(PlaceCertaintyCode certainty);

    String title();

    String more();

    String danger_continues();

    String offence_label();

    String summary_label();

    String people_label();

    String suspects_label();

    String victims_label();

    String suspects(int suspects);

    String victims(int victims);

    String weapon_label();

    String vehicle_label();

    String vehicle_kind_label();

    String vehicle_colour_label();

    String direction_label();

    String danger_label();

    String danger_yes();

    String danger_no();

    String not_said();

    String place_certainty_label();

    String claimed_label();

    String reports_label();

    String reports(int reports);

    String form_title();

    String form_hint();

    String still_title();

    String still_hint();

    String still_medium();

    String still_none();

    String medium(int number);

    String still_at();

    String still_at_hint();

    String mark();

    String marked();

    String still_show();

    String still_logged();

    String still_loading();

    String still_failed();

    String still_away();

    /** @param position as {@code m:ss.t} */
    String still_alt(String position);

    String still_faces(int faces);

    String still_check();

    String back();

    String danger_reported();

    String danger_reported_label();
}
