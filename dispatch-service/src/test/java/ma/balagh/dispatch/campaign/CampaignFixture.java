package ma.balagh.dispatch.campaign;

import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import ma.balagh.dispatch.Database;

/** Two published months of long ago, with the same counts. */
public final class CampaignFixture {

    public static final YearMonth FIRST = YearMonth.of(2019, 1);
    public static final YearMonth SECOND = FIRST.plusMonths(1);

    private static final List<String> COUNTS = List.of(
            "('MA', 'TAKEN_IN', 103)",
            "('MA', 'EXAMINED', -3)",
            "('MA', 'PRESUMED_OFFENCE', 41)",
            "('MA', 'FALSE_REPORT', 7)",
            "('MA', 'KNOWN_CASE', 4)",
            "('MA', 'OTHER_ANSWER', 1)",
            "('MA', 'WAITING_UNDER_ONE_MONTH', 22)",
            "('MA', 'WAITING_LONGER', -2)",
            "('MA-CAS', 'TAKEN_IN', 52)",
            "('MA-ZAG', 'TAKEN_IN', 3)");

    private CampaignFixture() {}

    public static void publish(Database database) {
        for (var month : List.of(FIRST, SECOND)) {
            var first = Date.valueOf(month.atDay(1));
            database.execute("""
                    insert into campaign_month (month, begins_at, ends_at, published_at)
                    values (?, '2019-01-01', '2019-02-01', '2019-04-01T00:00:00Z') on conflict do nothing
                    """, first);
            for (var count : COUNTS) {
                database.execute("""
                        insert into campaign_count (month, area, measure, noisy)
                        select ?, * from (values %s) as one (area, measure, noisy) on conflict do nothing
                        """.formatted(count), first);
            }
            database.execute("""
                    insert into campaign_pace (month, area, stage, p50, p95)
                    values (?, 'MA', 'PUBLISHED_TO_TAKEN_IN', 600, null) on conflict do nothing
                    """, first);
        }
    }
}
