package ma.balagh.portal.communique;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/** The words of communiqués. */
@MessageBundle("communique")
public interface CommuniqueMessages {

    String title();

    String text();

    String nothing_here();

    String write();

    String draft_title();

    String draft_hint();

    String draft_button();

    String headline();

    String state_label();

    String kind_label();

    @Message
    String kind(CommuniqueKindCode kind);

    @Message
    String state(CommuniqueStateCode state);

    String is_published();

    @Message
    String finding(FindingKindCode kind);

    @Message
    String urgency(AlertUrgencyCode urgency);

    @Message
    String severity(AlertSeverityCode severity);

    @Message
    String certainty(AlertCertaintyCode certainty);

    String urgency_label();

    String severity_label();

    String certainty_label();

    String expires_label();

    String alert_hint();

    String jurisdiction_hint();

    String period_from();

    String period_to();

    String period_hint();

    String incidents_label();

    String about();

    String incidents_hint();

    String incidents_none();

    String texts_title();

    String texts_hint();

    String embargo();

    String embargo_hint();

    String edited();

    String approved();

    String published();

    String withdrawn();

    String corrected();

    String corrects();

    String correction();

    @Message
    String corrects_that(String when);

    @Message
    String corrected_on(String when, @Nullable String by);

    @Message
    String to_be_corrected(String when);

    @Message
    String retracted_on(String when, String by, @Nullable String reason);

    String findings_title();

    String findings_none();

    String findings_text();

    String finding_in(String language);

    String finding_reason();

    String finding_answer();

    String finding_answered();

    String edit_title();

    String edit_hint();

    String save();

    String approve_title();

    String approve_text();

    String approve();

    String approve_question();

    String approve_yes();

    String approve_own();

    String approve_open();

    String retract();

    String retract_question();

    String retract_reason();

    String retract_yes();

    String correct();

    String correct_hint();

    String public_page();

    String public_title();

    String public_text();

    String public_none();

    String public_back();

    String public_corrected();

    String public_correction();

    String public_corrects();

    String public_retracted();

    String public_old_text();

    String public_alert();

    String public_alert_until();

    String public_feed();

    String public_cap();

    String public_languages();
}
