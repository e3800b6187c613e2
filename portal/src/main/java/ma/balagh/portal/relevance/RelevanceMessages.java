package ma.balagh.portal.relevance;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what items are scored by. */
@MessageBundle("relevance")
public interface RelevanceMessages {

    @Message
    String meaning(Meaning meaning);

    @Message
    String where(Reason.Where where);

    @Message
    String effect(Reason.Effect effect);

    @Message
    String raises(Meaning.Effect effect);

    @Message
    String listed_as();

    @Message
    String no_reasons();

    @Message
    String title();

    @Message
    String text();

    @Message
    String search();

    @Message
    String find();

    @Message
    String add();

    @Message
    String try_link();

    @Message
    String nothing_found();

    @Message
    String threshold();

    @Message
    String threshold_text();

    @Message
    String change_threshold();

    @Message
    String reason();

    @Message
    String reason_hint();

    @Message
    String save();

    @Message
    String versions_title();

    @Message
    String all_versions();

    @Message
    String version(int number);

    @Message
    String terms(String count);

    @Message
    String terms_label();

    @Message
    String terms_hint();

    @Message
    String term();

    @Message
    String term_hint();

    @Message
    String meaning_label();

    @Message
    String weight();

    @Message
    String weight_hint();

    @Message
    String language();

    @Message
    String any_language();

    @Message
    String language_hint();

    @Message
    String remove_title();

    @Message
    String remove();

    @Message
    String present_text();

    @Message
    String made_by();

    @Message
    String added();

    @Message
    String changed();

    @Message
    String removed();

    @Message
    String whole_list();

    @Message
    String as_delivered();

    @Message
    String try_title();

    @Message
    String try_text();

    @Message
    String try_heading();

    @Message
    String try_words();

    @Message
    String try_it();

    @Message
    String would_be_taken(int threshold);

    @Message
    String would_be_set_aside(int threshold);
}
