package ma.balagh.portal.relevance;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what items are scored by. */
@MessageBundle("relevance")
public interface RelevanceMessages {

    @Message
    String meaning(TermMeaningCode classifier);

    @Message
    String where(RelevanceReasonResponse.Where where);

    @Message
    String effect(RelevanceReasonResponse.Effect effect);

    @Message
    String raises(TermMeaningCode.Effect effect);

    String listed_as();

    String no_reasons();

    String title();

    String text();

    String search();

    String find();

    String add();

    String try_link();

    String nothing_found();

    String threshold();

    String threshold_text();

    String change_threshold();

    String reason();

    String reason_hint();

    String save();

    String versions_title();

    String all_versions();

    String version(int number);

    String terms(String count);

    String terms_label();

    String terms_hint();

    String term();

    String term_hint();

    String meaning_label();

    String weight();

    String weight_hint();

    String language();

    String any_language();

    String language_hint();

    String remove_title();

    String remove();

    String present_text();

    String made_by();

    String added();

    String changed();

    String removed();

    String whole_list();

    String as_delivered();

    String try_title();

    String try_text();

    String try_heading();

    String try_words();

    String try_it();

    String would_be_taken(int threshold);

    String would_be_set_aside(int threshold);
}
