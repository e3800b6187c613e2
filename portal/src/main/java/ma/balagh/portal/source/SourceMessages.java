package ma.balagh.portal.source;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.shell.ElapsedTime;

/** The words of sources. */
@MessageBundle("source")
public interface SourceMessages {

    String title();

    String text();

    String new_source();

    String any_state();

    String state_column();

    @Message
    String state(SourceResponse.State state);

    @Message
    String kind(SourceResponse.Kind kind);

    String nothing_here();

    String name();

    String next_attempt();

    String last_success();

    String last_attempt();

    String last_new();

    String last_failure();

    String lately();

    String never();

    String calls_us();

    String in_a_while(ElapsedTime time);

    String reported(String count);

    String set_aside(String count);

    String sightings(String count);

    String nothing_lately();

    String health_title();

    String failing_since();

    String attempts(int count);

    String items_title();

    String all_items();

    String no_items();

    String poll_title();

    String poll_text();

    String poll();

    String secret_title();

    String secret_text();

    String deliver_to();

    String new_secret();

    String secret_question();

    String secret_yes();

    String secret_once();

    String secret();

    String earlier_until();

    String secret_kept();

    String description_title();

    String url();

    String url_hint();

    String moved_to();

    String interval();

    String interval_hint();

    String every(PollInterval each);

    String jurisdiction();

    String jurisdiction_hint();

    String keywords();

    String keywords_hint();

    String no_keywords();

    String kind_label();

    String enabled();

    String off_title();

    String off_text();

    String off();

    String on_title();

    String on_text();

    String on();

    String remove();

    String remove_question();

    String remove_yes();

    String change();

    String change_title();

    String new_title();

    String watch();

    String save();

    String present_title();

    String present_text();
}
