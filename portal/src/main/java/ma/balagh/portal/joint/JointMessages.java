package ma.balagh.portal.joint;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for all incidents and units together. */
@MessageBundle("joint")
public interface JointMessages {

    String title();

    String text();

    String nothing_waits();

    String proposed();

    String nearest();

    String same();

    String nobody();

    String total();

    String total_nearest();

    String saved();

    String added();

    String coverage_now();

    String coverage_after();

    String coverage_nearest();

    String coverage_text();

    String unserved_title();

    @Message
    String cause(JointAssignmentResponse.Cause cause);

    String move_ups_title();

    String move_ups_text();

    String no_move_up();

    String move_to();

    String coverage_before();

    String coverage_with_move();

    String back();

    String for_incident_text();

    String why_nobody_label();
}
