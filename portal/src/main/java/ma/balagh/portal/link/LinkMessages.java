package ma.balagh.portal.link;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of missing media. */
@MessageBundle("link")
public interface LinkMessages {

    String title();

    String text();

    String state_column();

    @Message
    String state(MediaLinkResponse.State state);

    @Message
    String list(LinkFilter.Lists list);

    String failing();

    @Message
    String kind(MediaLinkResponse.Kind kind);

    String kind_label();

    String nothing_here();

    String url();

    String why();

    String since();

    String next_attempt();

    String last_attempt();

    String attempts(int count);

    String attempts_label();

    String jurisdiction();

    String waiting();

    String under_way();

    String one_title();

    String found_on();

    String open_page();

    String evidence();

    String open_custody();

    String bring_title();

    String bring_text();

    String choose_file();

    String retry_title();

    String retry_text();

    String reason();

    String retry();

    String report();
}
