package ma.balagh.portal.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what is done to a dossier as a whole. */
@MessageBundle("act")
public interface ActMessages {

    String joined_text();

    String joined_open();

    String history_title();

    @Message
    String told(DossierActResponse.Telling telling);

    String reason();

    String reason_hint();

    String join_dossier();

    String join_text();

    String join();

    String separate_title();

    String separate_text();

    String separate();

    String reopen_title();

    String reopen_text();

    String reopen();

    String reopening_waits();

    String reopening_own();

    String reopening_confirm();

    String reopening_refuse();

    String report_title();

    String report_text();

    String report_download();
}
