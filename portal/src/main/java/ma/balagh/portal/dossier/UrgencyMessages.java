package ma.balagh.portal.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about how soon a dossier should be looked at. */
@MessageBundle("urgency")
public interface UrgencyMessages {

    @Message
    String level(UrgencyLevel level);

    @Message
    String title();

    @Message
    String meaning();

    @Message
    String urgent_first();

    @Message
    String newest_first();

    @Message
    String look_by();

    @Message
    String no_reasons();

    @Message
    String reckoned(String level);

    @Message
    String said_by(String person);

    @Message
    String change();

    @Message
    String reason();

    @Message
    String set();

    @Message
    String back();
}
