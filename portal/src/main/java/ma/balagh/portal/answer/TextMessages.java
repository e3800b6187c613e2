package ma.balagh.portal.answer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the texts of answers. */
@MessageBundle("wording")
public interface TextMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String ending_column();

    @Message
    String says();

    @Message
    String version_column();

    @Message
    String ending(Ending ending);

    @Message
    String built_in();

    @Message
    String version(int number);

    @Message
    String one_text();

    @Message
    String rules();

    @Message
    String save();

    @Message
    String proposal_title();

    @Message
    String proposal_own();

    @Message
    String proposal_by(String name);

    @Message
    String confirm();

    @Message
    String refuse();

    @Message
    String take_back();

    @Message
    String versions_title();

    @Message
    String present();

    @Message
    String take_up();

    @Message
    String present_title();

    @Message
    String present_text();
}
