package ma.balagh.portal.exchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words about what leaves the agency. */
@MessageBundle("exchange")
public interface ExchangeMessages {

    String title();

    String text();

    String export_title();

    String export_text();

    String export_button();

    String from();

    String to();

    String format_label();

    @Message
    String format(IncidentExportResponse.Format format);

    String everywhere();

    String download();

    String partners_title();

    String partners_text();

    String no_partners();

    String partner();

    String state_column();

    @Message
    String state(PartnerCallbackResponse.State state);

    String told();

    String never();

    String waiting();

    String pending(int count);

    String nothing_waits();

    String given_up(int count);

    String end();

    String end_question(String partner);

    String end_yes();

    String exports_title();

    String exports_text();

    String no_exports();

    String who();

    String what();

    String why();

    String incidents(int count);

    String period(String from, String to);
}
