package ma.balagh.portal.command;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import ma.balagh.portal.ageing.AnswerFateCode;

/** The words of the commander's desk. */
@MessageBundle("command")
public interface CommandMessages {

    @Message
    String reason(WaitingReason reason);

    @Message
    String audience(WaitingAudience audience);

    @Message
    String fate(AnswerFateCode fate);

    String title();

    String text();

    String file();

    String sheet();

    String taken_by();

    String page_of(String page, String pages);

    String printed(String at);

    String see();

    String answers();

    String without_answer();

    String oldest();

    String too_long();

    String this_week();

    String week_before();

    String target(String length);

    String chart_title();

    String chart_text();

    String week();

    String received();

    String share();

    String half();

    String most();

    String longest_waiting();

    String waiting();

    String waiting_text();

    String what();

    String whom();

    String count();

    String overdue_column();

    String since();

    String stages();

    String stages_text();

    String stage();

    String places();

    String places_text();

    String no_places();

    String place();

    String trend();

    String patrols();

    String patrols_text();

    String no_patrols();

    String plan_waits();

    String plan_places(String count);

    String units();

    String more_places(String count);

    String publishing();

    String public_statistics();

    String to_approve();

    String nothing_to_approve();

    String published();

    String nothing_published();

    String written_by();

    String approved_by();

    String withdrawn_by();

    @Message
    String in_seconds(String figure);

    String not_yet();

    String part();

    String item();

    String figure();

    String value();

    String away();

    String calls();

    String calls_text();

    String no_calls();

    String axis();

    String idle();

    String sections();

    String overdue_by(String length);

    String rights();

    String late_now();

    String plan_of_nothing(boolean isWanted);

    String unplanned();

    String no_plan_after(String moment);

    String engaged();

    String lacks(String person, boolean isMinor);
}
