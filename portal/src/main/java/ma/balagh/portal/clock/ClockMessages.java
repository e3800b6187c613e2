package ma.balagh.portal.clock;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the clocks. */
@MessageBundle("clock")
public interface ClockMessages {

    String title();

    String question();

    @Message
    String period(ClockPeriod period);

    String period_label();

    String jurisdiction();

    String narrow();

    String everywhere();

    @Message
    String stage(ClocksResponse.Stage stage);

    String stage_column();

    String spread();

    String half();

    String most();

    String nearly_all();

    String count();

    String machine();

    String machine_title();

    String machine_text();

    String people();

    String no_samples();

    String stages_title();

    String stages_text();

    String within_target();

    String target_column();

    String of_all(String within, String all);

    String trend_column();

    @Message
    String trend(StageStatisticsResponse.Trend trend);

    String slowest(int most);

    String file();

    String lasted();

    String kept();

    String missed();

    String ended();

    String began();

    String typed_only();

    @Message
    String subject(ClocksResponse.Subject subject);
}
