package ma.balagh.portal.source;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.shell.Elapsed;

/** The words of sources. */
@MessageBundle("source")
public interface SourceMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String new_source();

    @Message
    String any_state();

    @Message
    String state_column();

    @Message
    String state(Source.State state);

    @Message
    String kind(Source.Kind kind);

    @Message
    String nothing_here();

    @Message
    String name();

    @Message
    String next_attempt();

    @Message
    String last_success();

    @Message
    String last_attempt();

    @Message
    String last_new();

    @Message
    String last_failure();

    @Message
    String lately();

    @Message
    String never();

    @Message
    String calls_us();

    @Message
    String in_a_while(Elapsed time);

    @Message
    String reported(String count);

    @Message
    String set_aside(String count);

    @Message
    String sightings(String count);

    @Message
    String nothing_lately();

    @Message
    String health_title();

    @Message
    String failing_since();

    @Message
    String attempts(int count);

    @Message
    String items_title();

    @Message
    String all_items();

    @Message
    String no_items();

    @Message
    String poll_title();

    @Message
    String poll_text();

    @Message
    String poll();

    @Message
    String secret_title();

    @Message
    String secret_text();

    @Message
    String deliver_to();

    @Message
    String new_secret();

    @Message
    String secret_question();

    @Message
    String secret_yes();

    @Message
    String secret_once();

    @Message
    String secret();

    @Message
    String earlier_until();

    @Message
    String secret_kept();

    @Message
    String description_title();

    @Message
    String url();

    @Message
    String url_hint();

    @Message
    String moved_to();

    @Message
    String interval();

    @Message
    String interval_hint();

    @Message
    String every(Interval each);

    @Message
    String jurisdiction();

    @Message
    String jurisdiction_hint();

    @Message
    String keywords();

    @Message
    String keywords_hint();

    @Message
    String no_keywords();

    @Message
    String kind_label();

    @Message
    String enabled();

    @Message
    String off_title();

    @Message
    String off_text();

    @Message
    String off();

    @Message
    String on_title();

    @Message
    String on_text();

    @Message
    String on();

    @Message
    String remove();

    @Message
    String remove_question();

    @Message
    String remove_yes();

    @Message
    String change();

    @Message
    String change_title();

    @Message
    String new_title();

    @Message
    String watch();

    @Message
    String save();

    @Message
    String present_title();

    @Message
    String present_text();
}
