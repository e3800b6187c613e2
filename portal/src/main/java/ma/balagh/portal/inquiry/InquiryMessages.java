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

    String close_title();

    String reason();

    String close();

    String closed_by(String name);

    String open_dossier();

    String refilings_title();

    String refilings_explained();

    String refilings_none();

    String refilings_missing();

    String refiled_report();

    String refiled_evidence();

    String refiled_by();

    String refiled_at();
}
