package ma.balagh.portal.inquiry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of internal affairs. */
@MessageBundle("inquiry")
public interface InquiryMessages {

    String title();

    String compartment();

    String nothing_here();

    String place();

    String unknown_place();

    @Message
    String state(InquiryResponse.State state);

    String state_column();

    String jurisdiction();

    String opened();

    @Message
    String finding(InquiryResponse.Finding finding);

    String finding_title();

    String reason();

    String open_dossier();

    String refilings_title();

    String refilings_explained();

    String refilings_none();

    String refilings_missing();

    String refiled_report();

    String refiled_evidence();

    String refiled_by();

    String refiled_at();

    String overdue(int count);

    String owner();

    String nobody();

    String take();

    String give();

    String owner_name();

    String steps();

    String steps_none();

    String step_title();

    String due();

    String due_by();

    String plan_step();

    String step_done();

    String step_note();

    String done_when();

    String left_empty_now();

    String hearings();

    String hearings_none();

    @Message
    String role(InquiryFileResponse.Role role);

    String role_label();

    String person();

    String person_hint();

    String hearing_place();

    String scheduled();

    String held();

    String held_when();

    String left_empty_scheduled();

    String hearing_record();

    String plan_hearing();

    String record_hearing();

    String suspensions();

    String suspensions_none();

    String legal_basis();

    String begins();

    String ends();

    String lasting();

    String over();

    String lifted();

    String suspend();

    String lift();

    String lifted_when();

    String attachments();

    String attachments_none();

    String attachments_explained();

    String evidence_id();

    String attachment_title();

    String attach();

    String propose_title();

    String propose_explained();

    String propose();

    String proposal_title();

    String proposed_by(String name);

    String confirm();

    String refuse();

    String confirmed_by(String proposer, String name);

    String answer_title();

    String answer_explained();

    @Message
    String channel(InquiryResponse.Channel channel);

    String channel_label();

    String wording();

    String note_answer();

    String hold_title();

    String hold_explained();

    String erase_at();

    String erasure_overdue();

    String held_by(String name);

    String place_hold();

    String lift_hold();

    String erased();

    String timeline();

    @Message
    String entry(InquiryFileResponse.Kind kind);

    String by(String name);
}
