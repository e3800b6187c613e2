package ma.balagh.portal.privacy;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on data. */
@MessageBundle("privacy")
public interface PrivacyMessages {

    String title();

    String text();

    String what_title();

    String what_published();

    String what_told();

    String what_reporter();

    String what_staff();

    String what_visitors();

    String why_title();

    String why_text();

    String why_law();

    String not_title();

    String not_faces();

    String not_scores();

    String not_machine();

    String not_feed();

    String not_sold();

    String who_title();

    String who_staff();

    String who_identity();

    String who_logged();

    String who_misconduct();

    String who_partners();

    String who_published();

    String long_title();

    String long_kind();

    String long_time();

    String long_identity();

    String long_identity_time();

    String long_aside();

    String long_aside_time();

    String long_false();

    String long_false_time();

    String long_evidence();

    String long_evidence_time();

    String long_positions();

    String long_positions_time();

    String long_hold();

    String rights_title();

    String rights_text();

    String rights_how();

    String rights_limits();

    String rights_cndp();

    String ask_title();

    String ask_email();

    String ask_post();
}
