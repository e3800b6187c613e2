package ma.balagh.portal.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what is done to a dossier as a whole. */
@MessageBundle("act")
public interface ActMessages {

    @Message
    String joined_text();

    @Message
    String joined_open();

    @Message
    String history_title();

    @Message
    String told(DossierAct.Telling telling);

    @Message
    String reason();

    @Message
    String reason_hint();

    @Message
    String join_dossier();

    @Message
    String join_text();

    @Message
    String join();

    @Message
    String separate_title();

    @Message
    String separate_text();

    @Message
    String separate();

    @Message
    String reopen_title();

    @Message
    String reopen_text();

    @Message
    String reopen();

    @Message
    String reopening_waits();

    @Message
    String reopening_own();

    @Message
    String reopening_confirm();

    @Message
    String reopening_refuse();

    @Message
    String report_title();

    @Message
    String report_text();

    @Message
    String report_download();
}
