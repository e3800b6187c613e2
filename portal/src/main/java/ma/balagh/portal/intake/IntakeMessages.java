package ma.balagh.portal.intake;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the intake desk’s first page. */
@MessageBundle("intake")
public interface IntakeMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String all();

    @Message
    String working();

    @Message
    String failing();

    @Message
    String longest_failure();

    @Message
    String none_fails();

    @Message
    String oldest_reports();

    @Message
    String to_review();
}
