package ma.balagh.portal.inquiry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of internal affairs. */
@MessageBundle("inquiry")
public interface InquiryMessages {

    @Message
    String title();

    @Message
    String compartment();

    @Message
    String nothing_here();

    @Message
    String place();

    @Message
    String unknown_place();

    @Message
    String state(Inquiry.State state);

    @Message
    String state_column();

    @Message
    String jurisdiction();

    @Message
    String opened();

    @Message
    String finding(Inquiry.Finding finding);

    @Message
    String finding_title();

    @Message
    String close_title();

    @Message
    String reason();

    @Message
    String close();

    @Message
    String closed_by(String name);

    @Message
    String open_dossier();

    @Message
    String refilings_title();

    @Message
    String refilings_explained();

    @Message
    String refilings_none();

    @Message
    String refilings_missing();

    @Message
    String refiled_report();

    @Message
    String refiled_evidence();

    @Message
    String refiled_by();

    @Message
    String refiled_at();
}
