package ma.balagh.portal.ageing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of reports without an answer. */
@MessageBundle("ageing")
public interface AgeingMessages {

    String title();

    String text();

    @Message
    String age(AgeClassCode age);

    @Message
    String at_least(AgeClassCode age);

    String awaited_column();

    @Message
    String awaited(AwaitedStep step);

    String show_all();

    String nothing_here();

    String waits();

    String untitled();

    String by_age();

    String by_jurisdiction();

    String oldest();

    String unanswered(String count);

    String times_title();

    String times_text();

    String week_label();

    String weeks_ago(Integer week);

    String none_received();

    String late_column();

    String behind();

    String fate_label();

    String every_fate();

    String until_answer();

    String longest(Integer most);

    String waits_since();

    String dossiers();

    /** Of one report; the desk says it of many. */
    @Message
    String fate(AnswerFateCode fate);

    String without_medium();
}
