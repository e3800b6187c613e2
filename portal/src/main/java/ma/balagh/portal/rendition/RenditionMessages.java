package ma.balagh.portal.rendition;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of renditions. */
@MessageBundle("rendition")
public interface RenditionMessages {

    @Message
    String kind(Rendition.Kind kind);

    @Message
    String state(Rendition.State state);

    @Message
    String play();

    @Message
    String look();

    @Message
    String none();

    @Message
    String list_text();

    @Message
    String order_playable();

    @Message
    String order_redacted();

    @Message
    String back_to_examination();

    @Message
    String ordered_by(String name);

    @Message
    String progress();

    @Message
    String expires();

    @Message
    String expired_text();

    @Message
    String failure(Failure failure);

    @Message
    String tool_said();

    @Message
    String doubtful_title();

    @Message
    String doubtful_text();

    @Message
    String nothing_hidden();

    @Message
    String doubtful_none();

    @Message
    String download();

    @Message
    String record_title();

    @Message
    String method();

    @Message
    String tool();

    @Message
    String original();

    @Message
    String result();

    @Message
    String commands();

    @Message
    String hidden_faces();

    @Message
    String hidden_frames();

    @Message
    String size();

    @Message
    String redaction_title();

    @Message
    String redaction_text();

    @Message
    String draw_text();

    @Message
    String rectangles_title();

    @Message
    String no_rectangles();

    @Message
    String add_rectangle();

    @Message
    String rectangle();

    @Message
    String remove_rectangle();

    @Message
    String from();

    @Message
    String to();

    @Message
    String beginning();

    @Message
    String end();

    @Message
    String here();

    @Message
    String until_here();

    @Message
    String left();

    @Message
    String top();

    @Message
    String right();

    @Message
    String bottom();

    @Message
    String follow();

    @Message
    String follow_no();

    @Message
    String follow_yes();

    @Message
    String faces();

    @Message
    String faces_hint();

    @Message
    String sound_title();

    @Message
    String sound_hint();

    @Message
    String sound(Rendition.Sound sound);

    @Message
    String order();
}
