package ma.balagh.portal.referral;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of outcomes in detail, of rights at arrest and of what goes to the court. */
@MessageBundle("referral")
public interface ReferralMessages {

    String details();

    String seized();

    String seized_line(int number);

    @Message
    String seized_kind(OutcomeStatementResponse.SeizedKind kind);

    String choose();

    String description();

    String count();

    String times(int count);

    String injured();

    @Message
    String injured_role(OutcomeStatementResponse.InjuredRole role);

    String arrests();

    String arrests_hint();

    String person(int number);

    String minor();

    String correct();

    String correct_text();

    String correct_reason();

    String correct_send();

    String history();

    String corrected();

    String rights_title();

    String rights_text();

    @Message
    String duty(RightsResponse.Duty duty);

    String not_yet(String duty);

    String missing(int count);

    String nothing_missing();

    String done_by(String name);

    String add_adult();

    String add_minor();

    String take_back();

    String is_minor();

    String is_adult();

    String why();

    String only_missing();

    @Message
    String decision(CourtDecisionResponse.Kind kind);

    String decisions_title();

    String decisions_incident();

    String no_decision();

    String decision_tell();

    String decision_reference();

    String decided_at();

    String decision_summary();

    String decision_send();

    String file_title();

    String file_text();

    String file_purpose();

    String file_purpose_example();

    String file_download();
}
