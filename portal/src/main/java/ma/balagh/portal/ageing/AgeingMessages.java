package ma.balagh.portal.ageing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of reports without an answer. */
@MessageBundle("ageing")
public interface AgeingMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String age(AgeClass age);

    @Message
    String at_least(AgeClass age);

    @Message
    String show_all();

    @Message
    String nothing_here();

    @Message
    String waits();

    @Message
    String untitled();

    @Message
    String by_age();

    @Message
    String by_jurisdiction();

    @Message
    String oldest();

    @Message
    String unanswered(String count);
}
