package ma.balagh.portal.link;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of missing media. */
@MessageBundle("link")
public interface LinkMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String state_column();

    @Message
    String state(MediaLink.State state);

    @Message
    String list(LinkFilter.Lists list);

    @Message
    String failing();

    @Message
    String kind(MediaLink.Kind kind);

    @Message
    String kind_label();

    @Message
    String nothing_here();

    @Message
    String url();

    @Message
    String why();

    @Message
    String since();

    @Message
    String next_attempt();

    @Message
    String last_attempt();

    @Message
    String attempts(int count);

    @Message
    String attempts_label();

    @Message
    String jurisdiction();

    @Message
    String waiting();

    @Message
    String under_way();

    @Message
    String one_title();

    @Message
    String found_on();

    @Message
    String open_page();

    @Message
    String evidence();

    @Message
    String open_custody();

    @Message
    String bring_title();

    @Message
    String bring_text();

    @Message
    String choose_file();

    @Message
    String retry_title();

    @Message
    String retry_text();

    @Message
    String reason();

    @Message
    String retry();

    @Message
    String report();
}
