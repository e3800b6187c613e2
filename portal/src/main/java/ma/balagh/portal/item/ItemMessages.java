package ma.balagh.portal.item;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what sources published. */
@MessageBundle("item")
public interface ItemMessages {

    String title();

    String text();

    String of_source();

    String terms_link();

    @Message
    String view(ItemFilter.View view);

    @Message
    String standing(ItemResponse.Standing standing);

    String standing_column();

    String heading();

    String score();

    String because();

    String seen();

    String looked_at();

    String drawn_mark();

    String nothing_here();

    String nothing_to_review();

    String quality_title();

    String quality_text();

    String drawn();

    String reviewed();

    String missed();

    String miss_rate();

    String bounds(String low, String high);

    String score_title();

    String out_of(int score);

    String keyword();

    String scored_with(int version);

    String review_title();

    String bring_back();

    String bring_back_text();

    String leave_aside();

    String leave_aside_text();

    String reason();

    String decide();

    String reviewed_title();

    String claims_title();

    String claims_text();

    String places_title();

    String times_title();

    String place_meant();

    String place_doubtful();

    String words_read(String words);

    String no_places();

    String no_times();

    @Message
    String place_reason(JudgementResponse.PlaceReason why);

    @Message
    String time_reason(JudgementResponse.TimeReason why);

    String report();

    String open_report();

    String first();

    String open_first();

    String published();

    String url();

    String media();
}
