package ma.balagh.portal.dossier;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about how soon a dossier should be looked at. */
@MessageBundle("urgency")
public interface UrgencyMessages {

    @Message
    String level(UrgencyLevelCode level);

    String title();

    String meaning();

    String urgent_first();

    String newest_first();

    String look_by();

    String no_reasons();

    String reckoned(String level);

    String said_by(String person);

    String change();

    String reason();

    String set();

    String back();
}
