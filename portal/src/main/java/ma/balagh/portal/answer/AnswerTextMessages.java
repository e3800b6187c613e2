package ma.balagh.portal.answer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the texts of answers. */
@MessageBundle("wording")
public interface AnswerTextMessages {

    String title();

    String text();

    String ending_column();

    String says();

    String version_column();

    @Message
    String ending(AnswerEnding ending);

    String built_in();

    String version(int number);

    String one_text();

    String rules();

    String save();

    String proposal_title();

    String proposal_own();

    String proposal_by(String name);

    String confirm();

    String refuse();

    String take_back();

    String versions_title();

    String present();

    String take_up();

    String present_title();

    String present_text();
}
