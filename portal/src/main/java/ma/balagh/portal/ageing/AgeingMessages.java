package ma.balagh.portal.ageing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of reports without an answer. */
@MessageBundle("ageing")
public interface AgeingMessages {

    String title();

    String text();

    @Message
    String age(AgeClassCode age);

    @Message
    String at_least(AgeClassCode age);

    String show_all();

    String nothing_here();

    String waits();

    String untitled();

    String by_age();

    String by_jurisdiction();

    String oldest();

    String unanswered(String count);
}
