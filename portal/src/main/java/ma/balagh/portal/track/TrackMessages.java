package ma.balagh.portal.track;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of where a unit has been. */
@MessageBundle("track")
public interface TrackMessages {

    String title();

    String text();

    String from();

    String to();

    String show();

    @Message
    String erased(String before);

    String none();

    String map();

    String map_text();

    String begins();

    String ends();

    @Message
    String points(int count);

    String time();

    String place();

    String speed();

    @Message
    String kilometres_per_hour(String number);

    String unknown();

    String later();
}
