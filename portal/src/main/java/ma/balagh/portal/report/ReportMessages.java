package ma.balagh.portal.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the intake desk. */
@MessageBundle("report")
public interface ReportMessages {

    String title();

    @Message
    String status(ReportResponse.Status status);

    String any_status();

    String status_column();

    @Message
    String channel(ReportResponse.Channel channel);

    @Message
    String answer(ReportResponse.AnswerKind kind);

    String nothing_here();

    String search();

    String find();

    String new_report();

    String heading();

    String receipt();

    String received();

    String published();

    String occurred();

    String place();

    String latitude();

    String longitude();

    String jurisdiction();

    String jurisdiction_hint();

    String source();

    String media_title();

    String media(int count);

    String no_media();

    String unobtainable();

    String being_fetched();

    String add_media();

    String add_media_text();

    String choose_files();

    String send();

    String answer_title();

    String no_answer();

    String links_title();

    String new_title();

    String new_text();

    String channel_label();

    String url();

    String title_label();

    String text();

    String language();

    String media_urls();

    String media_urls_hint();

    String reporter();

    String reporter_text();

    String reporter_name();

    String reporter_contact();

    String register();

    String select();

    String select_report(String receipt);

    String selection_title();

    String selection_text();

    String selection_reason();

    String selection_reason_hint();

    String selection_dossier();

    String selection_dossier_hint();

    String attach();

    String set_aside();

    String no_recording();

    String event_title();

    String publication_title();

    String by_rule();

    String by_rule_text();

    String by_rule_dossier();

    String rule_stopped(String name);

    String rule_reason();

    String rule_stop();

    String rule_resume();
}
