package ma.balagh.portal.clock;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the clocks. */
@MessageBundle("clock")
public interface ClockMessages {

    @Message
    String title();

    @Message
    String question();

    @Message
    String period(Period period);

    @Message
    String period_label();

    @Message
    String jurisdiction();

    @Message
    String narrow();

    @Message
    String everywhere();

    @Message
    String stage(Clocks.Stage stage);

    @Message
    String stage_column();

    @Message
    String spread();

    @Message
    String half();

    @Message
    String most();

    @Message
    String nearly_all();

    @Message
    String count();

    @Message
    String machine();

    @Message
    String machine_title();

    @Message
    String machine_text();

    @Message
    String people();

    @Message
    String no_samples();
}
