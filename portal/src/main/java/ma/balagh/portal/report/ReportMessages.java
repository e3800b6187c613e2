package ma.balagh.portal.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the intake desk. */
@MessageBundle("report")
public interface ReportMessages {

    @Message
    String title();

    @Message
    String status(Report.Status status);

    @Message
    String any_status();

    @Message
    String status_column();

    @Message
    String channel(Report.Channel channel);

    @Message
    String answer(Report.AnswerKind kind);

    @Message
    String nothing_here();

    @Message
    String search();

    @Message
    String find();

    @Message
    String new_report();

    @Message
    String heading();

    @Message
    String receipt();

    @Message
    String received();

    @Message
    String published();

    @Message
    String occurred();

    @Message
    String place();

    @Message
    String latitude();

    @Message
    String longitude();

    @Message
    String jurisdiction();

    @Message
    String jurisdiction_hint();

    @Message
    String source();

    @Message
    String media_title();

    @Message
    String media(int count);

    @Message
    String no_media();

    @Message
    String add_media();

    @Message
    String add_media_text();

    @Message
    String choose_files();

    @Message
    String send();

    @Message
    String answer_title();

    @Message
    String no_answer();

    @Message
    String links_title();

    @Message
    String new_title();

    @Message
    String new_text();

    @Message
    String channel_label();

    @Message
    String url();

    @Message
    String title_label();

    @Message
    String text();

    @Message
    String language();

    @Message
    String media_urls();

    @Message
    String media_urls_hint();

    @Message
    String reporter();

    @Message
    String reporter_text();

    @Message
    String reporter_name();

    @Message
    String reporter_contact();

    @Message
    String register();

    @Message
    String select();

    @Message
    String select_report(String receipt);

    @Message
    String selection_title();

    @Message
    String selection_text();

    @Message
    String selection_reason();

    @Message
    String selection_reason_hint();

    @Message
    String selection_dossier();

    @Message
    String selection_dossier_hint();

    @Message
    String attach();

    @Message
    String set_aside();

    @Message
    String no_recording();

    @Message
    String event_title();

    @Message
    String publication_title();

    @Message
    String by_rule();

    @Message
    String by_rule_text();

    @Message
    String by_rule_dossier();

    @Message
    String rule_stopped(String name);

    @Message
    String rule_reason();

    @Message
    String rule_stop();

    @Message
    String rule_resume();
}
