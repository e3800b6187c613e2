package ma.balagh.portal.known;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of known footage. */
@MessageBundle("known")
public interface KnownMessages {

    String title();

    String text();

    String nothing_here();

    String search_link();

    String reference();

    String summary();

    String kind();

    String state_column();

    @Message
    String state(KnownFootageResponse.State state);

    @Message
    String quarantine(KnownFootageResponse.Reason reason);

    String quarantine_numbers(String media, String examined);

    String quarantine_at();

    String banked();

    String evidence();

    String dossier();

    String open_dossier();

    String return_title();

    String return_text();

    String return_it();

    String remove_title();

    String remove_text();

    String remove();

    String remove_question();

    String remove_yes();

    String search_title();

    String search_text();

    String choose_file();

    String search();

    String found(int count);

    String found_nothing();
}
