package ma.balagh.portal.campaign;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the answer to the campaign. */
@MessageBundle("campaign")
public interface CampaignMessages {

    String title();

    String text();

    String none();

    String period(String from, String to);

    String published(String moment);

    String csv();

    String json();

    String earlier();

    String latest();

    String country();

    String country_text();

    String taken_in();

    String examined();

    String answered();

    String presumed_offences();

    String false_reports();

    String known_cases();

    String other_answers();

    String few();

    String waiting();

    String waiting_title(String month);

    String waiting_text();

    String waiting_one_month();

    String waiting_three_months();

    String waiting_one_year();

    String waiting_longer();

    String chart_title();

    String chart_text(String most);

    String month();

    String months_title();

    String cities_title();

    String cities_text();

    String city();

    String pace_title(String month);

    String pace_text();

    String pace_few();

    String method();

    String spots_title();

    String spots_text();

    String spots_none();

    String spots_as_of(String moment);

    String spots_plan(String city);

    String spots_link();

    String link();

    String city_months();
}
