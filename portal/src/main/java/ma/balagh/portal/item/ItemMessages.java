package ma.balagh.portal.item;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what sources published. */
@MessageBundle("item")
public interface ItemMessages {

    @Message
    String title();

    @Message
    String text();

    @Message
    String of_source();

    @Message
    String terms_link();

    @Message
    String view(ItemFilter.View view);

    @Message
    String standing(Item.Standing standing);

    @Message
    String standing_column();

    @Message
    String heading();

    @Message
    String score();

    @Message
    String because();

    @Message
    String seen();

    @Message
    String looked_at();

    @Message
    String drawn_mark();

    @Message
    String nothing_here();

    @Message
    String nothing_to_review();

    @Message
    String quality_title();

    @Message
    String quality_text();

    @Message
    String drawn();

    @Message
    String reviewed();

    @Message
    String missed();

    @Message
    String miss_rate();

    @Message
    String bounds(String low, String high);

    @Message
    String score_title();

    @Message
    String out_of(int score);

    @Message
    String keyword();

    @Message
    String scored_with(int version);

    @Message
    String review_title();

    @Message
    String bring_back();

    @Message
    String bring_back_text();

    @Message
    String leave_aside();

    @Message
    String leave_aside_text();

    @Message
    String reason();

    @Message
    String decide();

    @Message
    String reviewed_title();

    @Message
    String claims_title();

    @Message
    String claims_text();

    @Message
    String places_title();

    @Message
    String times_title();

    @Message
    String place_meant();

    @Message
    String place_doubtful();

    @Message
    String words_read(String words);

    @Message
    String no_places();

    @Message
    String no_times();

    @Message
    String place_reason(Judgement.PlaceReason why);

    @Message
    String time_reason(Judgement.TimeReason why);

    @Message
    String report();

    @Message
    String open_report();

    @Message
    String first();

    @Message
    String open_first();

    @Message
    String published();

    @Message
    String url();

    @Message
    String media();
}
