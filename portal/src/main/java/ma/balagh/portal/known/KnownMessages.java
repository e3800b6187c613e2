package ma.balagh.portal.known;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of known footage. */
@MessageBundle("known")
public interface KnownMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String nothing_here();

    @Message
    String search_link();

    @Message
    String reference();

    @Message
    String summary();

    @Message
    String kind();

    @Message
    String state_column();

    @Message
    String state(KnownFootage.State state);

    @Message
    String quarantine(KnownFootage.Reason reason);

    @Message
    String quarantine_numbers(String media, String examined);

    @Message
    String quarantine_at();

    @Message
    String banked();

    @Message
    String evidence();

    @Message
    String dossier();

    @Message
    String open_dossier();

    @Message
    String return_title();

    @Message
    String return_text();

    @Message
    String return_it();

    @Message
    String remove_title();

    @Message
    String remove_text();

    @Message
    String remove();

    @Message
    String remove_question();

    @Message
    String remove_yes();

    @Message
    String search_title();

    @Message
    String search_text();

    @Message
    String choose_file();

    @Message
    String search();

    @Message
    String found(int count);

    @Message
    String found_nothing();
}
