package ma.balagh.portal.rendition;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of renditions. */
@MessageBundle("rendition")
public interface RenditionMessages {

    @Message
    String kind(RenditionResponse.Kind kind);

    @Message
    String state(RenditionResponse.State state);

    String play();

    String look();

    String none();

    String list_text();

    String order_playable();

    String order_redacted();

    String back_to_examination();

    String ordered_by(String name);

    String progress();

    String expires();

    String expired_text();

    @Message
    String failure(RenditionFailureCode failure);

    String tool_said();

    String doubtful_title();

    String doubtful_text();

    String nothing_hidden();

    String doubtful_none();

    String download();

    String record_title();

    String method();

    String tool();

    String original();

    String result();

    String commands();

    String hidden_faces();

    String hidden_frames();

    String size();

    String redaction_title();

    String redaction_text();

    String draw_text();

    String rectangles_title();

    String no_rectangles();

    String add_rectangle();

    String rectangle();

    String remove_rectangle();

    String from();

    String to();

    String beginning();

    String end();

    String here();

    String until_here();

    String left();

    String top();

    String right();

    String bottom();

    String follow();

    String follow_no();

    String follow_yes();

    String faces();

    String faces_hint();

    String sound_title();

    String sound_hint();

    @Message
    String sound(RenditionResponse.Sound sound);

    String order();
}
