package ma.balagh.portal.escalation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of targets, running clocks and escalation. */
@MessageBundle("escalation")
public interface EscalationMessages {

    String title();

    String text();

    String link();

    String territory();

    String type();

    String every_type();

    String everywhere();

    String open_policy();

    String of_system();

    String set_by(String name);

    String column_set();

    String inherited_from(String jurisdiction);

    String inherited_from_system();

    @Message
    String stage(StageClockResponse.Stage stage);

    String stage_column();

    String target_column();

    @Message
    String step(StageClockResponse.Step step);

    String rules();

    String from_severity();

    String save();

    String present_title();

    @Message
    String waiting(StageClockResponse.Stage stage);

    String remaining();

    String overdue();

    String only_overdue();

    String sound();

    String on();

    String off();

    String no_unit();

    /** Of hours, minutes and seconds, for clocks that move. */
    String units();

    String seen(String ago);

    String never_seen();

    String none_free();

    String limit(String length);
}
