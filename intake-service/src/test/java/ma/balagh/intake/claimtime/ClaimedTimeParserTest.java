package ma.balagh.intake.claimtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClaimedTimeParserTest {

    private static final ZoneId CASABLANCA = ZoneId.of("Africa/Casablanca");
    private static final ClaimedTimeParser TIMES = new ClaimedTimeParser();

    /** Everything is published on Wednesday, 25 November 2026, at 18:00. */
    private static final LocalDateTime PUBLISHED = LocalDateTime.of(2026, 11, 25, 18, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            وقع الاعتداء البارحة                  | البارحة               | 2026-11-24T00:00 | 2026-11-25T00:00
            تكريسيت البارح فالليل                 | البارح فالليل         | 2026-11-24T19:00 | 2026-11-25T06:00
            وقع يوم أمس الثلاثاء                  | يوم أمس الثلاثاء      | 2026-11-24T00:00 | 2026-11-25T00:00
            ليلة أمس بالرباط                      | ليلة أمس              | 2026-11-24T19:00 | 2026-11-25T06:00
            مساء أمس                              | مساء أمس              | 2026-11-24T17:00 | 2026-11-25T01:00
            أول أمس                               | أول أمس               | 2026-11-23T00:00 | 2026-11-24T00:00
            شدوه هاد الصباح                       | هاد الصباح            | 2026-11-25T05:00 | 2026-11-25T13:00
            صباح اليوم الأربعاء                   | صباح اليوم الأربعاء   | 2026-11-25T05:00 | 2026-11-25T13:00
            وقع اليوم                             | اليوم                 | 2026-11-25T00:00 | 2026-11-25T18:00
            يوم الجمعة الماضي                     | يوم الجمعة الماضي     | 2026-11-20T00:00 | 2026-11-21T00:00
            منذ ثلاثة أيام                        | منذ ثلاثة أيام        | 2026-11-22T00:00 | 2026-11-23T00:00
            قبل يومين                             | قبل يومين             | 2026-11-23T00:00 | 2026-11-24T00:00
            قبل ساعتين                            | قبل ساعتين            | 2026-11-25T15:30 | 2026-11-25T16:30
            هادي جوج أيام                         | هادي جوج أيام         | 2026-11-23T00:00 | 2026-11-24T00:00
            الأسبوع الماضي                        | الأسبوع الماضي        | 2026-11-16T00:00 | 2026-11-23T00:00
            يوم 12 نونبر 2026                     | 12 نونبر 2026         | 2026-11-12T00:00 | 2026-11-13T00:00
            في ١٢ غشت ٢٠٢٥                        | ١٢ غشت ٢٠٢٥           | 2025-08-12T00:00 | 2025-08-13T00:00
            فاتح يوليوز                           | فاتح يوليوز           | 2026-07-01T00:00 | 2026-07-02T00:00
            الثاني عشر من دجنبر                   | الثاني عشر من دجنبر   | 2025-12-12T00:00 | 2025-12-13T00:00
            أمس على الساعة العاشرة ليلا           | أمس على الساعة العاشرة ليلا | 2026-11-24T21:30 | 2026-11-24T22:30
            أمس حوالي الساعة ٢٢:٣٠                | أمس حوالي الساعة ٢٢:٣٠ | 2026-11-24T22:00 | 2026-11-24T23:00
            أمس على الساعة الثالثة والنصف زوالا   | أمس على الساعة الثالثة والنصف زوالا | 2026-11-24T15:00 | 2026-11-24T16:00
            hier soir                             | hier soir             | 2026-11-24T17:00 | 2026-11-25T01:00
            hier soir vers 22h30                  | hier soir vers 22h30  | 2026-11-24T22:00 | 2026-11-24T23:00
            avant-hier                            | avant-hier            | 2026-11-23T00:00 | 2026-11-24T00:00
            ce matin à 8h                         | ce matin à 8h         | 2026-11-25T07:30 | 2026-11-25T08:30
            vendredi dernier                      | vendredi dernier      | 2026-11-20T00:00 | 2026-11-21T00:00
            mercredi dernier                      | mercredi dernier      | 2026-11-18T00:00 | 2026-11-19T00:00
            mardi après-midi                      | mardi après-midi      | 2026-11-24T12:00 | 2026-11-24T19:00
            il y a trois jours                    | il y a trois jours    | 2026-11-22T00:00 | 2026-11-23T00:00
            il y a deux heures                    | il y a deux heures    | 2026-11-25T15:30 | 2026-11-25T16:30
            la nuit dernière                      | la nuit dernière      | 2026-11-24T19:00 | 2026-11-25T06:00
            le 12 novembre                        | 12 novembre           | 2026-11-12T00:00 | 2026-11-13T00:00
            le 1er décembre                       | 1er décembre          | 2025-12-01T00:00 | 2025-12-02T00:00
            le vingt-deux août 2026 à 22h30       | vingt-deux août 2026 à 22h30 | 2026-08-22T22:00 | 2026-08-22T23:00
            le 03/11/2026                         | 03/11/2026            | 2026-11-03T00:00 | 2026-11-04T00:00
            2026-11-20                            | 2026-11-20            | 2026-11-20T00:00 | 2026-11-21T00:00
            hier vendredi 20 novembre             | hier vendredi 20 novembre | 2026-11-20T00:00 | 2026-11-21T00:00
            la scène s'est passée à 22h30         | 22h30                 | 2026-11-24T22:00 | 2026-11-24T23:00
            à dix heures du soir hier             | à dix heures du soir hier | 2026-11-24T21:30 | 2026-11-24T22:30
            sr9ouni lbare7 f lil                  | lbare7 f lil          | 2026-11-24T19:00 | 2026-11-25T06:00
            robbed last night                     | last night            | 2026-11-24T19:00 | 2026-11-25T06:00
            yesterday at 10:30 pm                 | yesterday at 10:30 pm | 2026-11-24T22:00 | 2026-11-24T23:00
            three days ago                        | three days ago        | 2026-11-22T00:00 | 2026-11-23T00:00
            on Friday                             | on Friday             | 2026-11-20T00:00 | 2026-11-21T00:00
            on November 12, 2026                  | November 12, 2026     | 2026-11-12T00:00 | 2026-11-13T00:00
            """)
    void readsAClaimedTime(String text, String words, LocalDateTime from, LocalDateTime to) {
        assertThat(read(text)).singleElement().satisfies(time -> {
            assertThat(time.words()).isEqualTo(words);
            assertThat(local(time.from())).isEqualTo(from);
            assertThat(local(time.to())).isEqualTo(to);
            assertThat(text.substring(time.position())).startsWith(words);
            assertThat(time.reasons()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vendredi prochain
            ce soir à 22h
            next Friday
            الجمعة المقبل
            سوق الأربعاء
            قبل يومين من المباراة
            le 31 novembre
            une demi-heure de retard
            le soir tombe
            demain matin
            score final 3-2
            il y a 5000 ans
            منذ 3000 سنة
            il y a 9000 ans
            le 12 mars 1969
            """)
    void readsNothingFromWhatIsNoPastTime(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void saysWhatItHadToSuppose() {
        assertThat(read("le 1er décembre").getFirst().reasons())
                .containsExactly(TimeReason.DATE, TimeReason.YEAR_SUPPOSED);
        assertThat(read("à 22h30").getFirst().reasons()).containsExactly(TimeReason.CLOCK, TimeReason.DAY_SUPPOSED);
        assertThat(read("أمس على الساعة الثامنة").getFirst()).satisfies(time -> {
            assertThat(time.reasons()).contains(TimeReason.HALF_OF_DAY_OPEN);
            assertThat(local(time.from())).isEqualTo(LocalDateTime.of(2026, 11, 24, 7, 30));
            assertThat(local(time.to())).isEqualTo(LocalDateTime.of(2026, 11, 24, 20, 30));
        });
    }

    @Test
    void readsSeveralTimesInTheirOrder() {
        assertThat(read("Agressé hier soir à Fès. Une première agression avait eu lieu vendredi dernier."))
                .extracting(ClaimedTime::words)
                .containsExactly("hier soir", "vendredi dernier");
    }

    @Test
    void takesTheNightThatHasJustEnded() {
        // When
        List<ClaimedTime> times = TIMES.read(
                "agression cette nuit à Rabat",
                PUBLISHED.withHour(8).atZone(CASABLANCA).toInstant(),
                CASABLANCA);
        // Then
        assertThat(times)
                .singleElement()
                .satisfies(time -> assertThat(local(time.from())).isEqualTo(LocalDateTime.of(2026, 11, 24, 19, 0)));
    }

    @Test
    void readsTimesUntilTheFirstThatAReportMayHave() {
        assertThat(read("il y a 50 ans, puis il y a 5000 ans"))
                .extracting(ClaimedTime::words)
                .containsExactly("il y a 50 ans");
    }

    @Test
    void keepsItsBoundsWhateverTheTextIs() {
        assertThat(read("")).isEmpty();
        assertThat(read("\uD800 \uDC00 ًًً \u202E")).isEmpty();
        assertThat(read("hier. ".repeat(3_000))).hasSize(20);
        assertThat(read("12 mars" + " ".repeat(19_000) + "2026")).hasSize(1);
        assertThat(read("99999999999999999999 h 99:99 الساعة 999 0 mars")).isEmpty();
    }

    private static List<ClaimedTime> read(String text) {
        return TIMES.read(text, PUBLISHED.atZone(CASABLANCA).toInstant(), CASABLANCA);
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, CASABLANCA);
    }
}
