package ma.balagh.portal.blackspot;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words for black spots. */
@MessageBundle("spot")
public interface BlackSpotMessages {

    @Message
    String days(SpotFilter.DayKind days);

    @Message
    String trend(BlackSpotsResponse.Trend trend);

    @Message
    String change(SpotChange change);

    @Message
    String verdict(BlackSpotsResponse.Verdict verdict);

    String title();

    String text();

    String days_label();

    String hour_label();

    String window(String begins, String ends);

    String day_label();

    String jurisdiction_label();

    String show();

    String none();

    String none_why();

    String no_map();

    String no_map_then();

    String too_few();

    String plan_label();

    String plan_text();

    String plan_marks();

    String compared(String day, String came, String stayed, String went);

    String not_compared();

    String compared_column();

    String gone();

    String patrols();

    String patrols_text();

    String no_patrols();

    String patrols_partial();

    String plan_stops();

    String secure();

    String plan_click();

    String layer();

    String layer_page();

    String place();

    String unnamed();

    String incidents();

    String expected();

    String between(String rate, String from, String to);

    String trend_column();

    String since();

    String chance();

    String evidence();

    String evidence_count(int count);

    String evidence_incident(String number);

    String cluster(String number);

    String how_good();

    String how_good_text();

    String territory();

    String learned_from();

    String result();

    String ours();

    String one_year();

    String five_years();

    String index(String pai, String pei);

    String computed();

    String repeats(String metres, String days, String ratio);

    String repeats_significant();

    String repeats_by_chance();

    String method();

    String method_text();

    String method_figures(
            String resolution, String permutations, long seed, String rate, String year, String spot, String months);
}
