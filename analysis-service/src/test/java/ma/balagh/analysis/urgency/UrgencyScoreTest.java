package ma.balagh.analysis.urgency;

import static ma.balagh.analysis.urgency.UrgencyReason.FRESH;
import static ma.balagh.analysis.urgency.UrgencyReason.OTHER_CONTEXT;
import static ma.balagh.analysis.urgency.UrgencyReason.PLACE_KNOWN;
import static ma.balagh.analysis.urgency.UrgencyReason.REPEAT_PLACE;
import static ma.balagh.analysis.urgency.UrgencyReason.VIOLENCE;
import static ma.balagh.analysis.urgency.UrgencyReason.WEAPON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.urgency.UrgencyScore.Place;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UrgencyScoreTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T08:30:00Z");
    private static final Instant OPENED = RECEIVED.plusSeconds(1);

    @Test
    void isImmediateWhereAWeaponIsNamedFreshAndThePlaceKnown() {
        UrgencyScore score =
                of(report("اعتداء بالسلاح الأبيض", RECEIVED.minusSeconds(600), claim(null, "Derb Sultan", null)));

        assertThat(score.reasons()).containsOnlyKeys(WEAPON, VIOLENCE, FRESH, PLACE_KNOWN);
        assertThat(score.reasons()).containsEntry(PLACE_KNOWN, Map.of("place", "Derb Sultan"));
        assertThat(score.level()).isEqualTo(UrgencyLevel.IMMEDIATE);
    }

    @Test
    void isLowWhereNothingIsKnown() {
        UrgencyScore score = of(report("شوفو هادشي", null, null));

        assertThat(score.reasons()).isEmpty();
        assertThat(score.level()).isEqualTo(UrgencyLevel.LOW);
    }

    @Test
    void isLowerForAScene() {
        UrgencyScore real = of(report("كان يحمل سيفا", null, null));
        UrgencyScore played = of(report("كان يحمل سيفا في المسلسل", null, null));

        assertThat(real.level()).isEqualTo(UrgencyLevel.HIGH);
        assertThat(played.reasons()).containsOnlyKeys(WEAPON, OTHER_CONTEXT);
        assertThat(played.level()).isEqualTo(UrgencyLevel.NORMAL);
    }

    @Test
    void takesAttacksInAMatchLightlyButNoKnives() {
        assertThat(of(report("attaque rapide, match nul", null, null)).reasons())
                .containsOnlyKeys(VIOLENCE, OTHER_CONTEXT);
        assertThat(of(report("un couteau après le match", null, null)).reasons())
                .containsOnlyKeys(WEAPON);
    }

    @Test
    void goesByTheEventRatherThanByItsPublication() {
        Instant published = RECEIVED.minusSeconds(60);
        Claim longAgo = claim(RECEIVED.minus(Duration.ofDays(900)), null, null);
        Claim thisMorning = claim(RECEIVED.minus(Duration.ofHours(2)), null, null);

        assertThat(of(report("vidéo", published, longAgo)).reasons()).doesNotContainKey(FRESH);
        assertThat(of(report("vidéo", RECEIVED.minus(Duration.ofDays(9)), thisMorning))
                        .reasons())
                .containsKey(FRESH);
        assertThat(of(report("vidéo", RECEIVED.plus(Duration.ofHours(9)), null)).reasons())
                .doesNotContainKey(FRESH);
    }

    @Test
    void knowsThePlaceFromAPositionOrFromTheMetadata() {
        UrgencyScore claimed = of(report("vidéo", null, claim(null, null, new Place(33.58831, -7.63224))));
        UrgencyScore recorded = UrgencyScore.of(
                List.of(report("vidéo", null, null)), Optional.of(new Place(34, -6)), OPENED, Duration.ofHours(6));

        assertThat(claimed.reasons()).containsEntry(PLACE_KNOWN, Map.of("place", "33.5883, -7.6322"));
        assertThat(recorded.reasons()).containsEntry(PLACE_KNOWN, Map.of("place", "34.0000, -6.0000"));
    }

    @Test
    void isMoreUrgentWhereOffencesWereVerified() {
        UrgencyScore score = of(report("agression", null, null));

        assertThat(score.near(0, 300, Duration.ofDays(90))).isEqualTo(score);
        assertThat(score.near(2, 300, Duration.ofDays(90)).reasons())
                .containsEntry(REPEAT_PLACE, Map.of("count", "2", "metres", "300", "days", "90"));
    }

    @Test
    void waitsSinceTheFirstReport() {
        assertThat(of(report("vidéo", null, null)).since()).isEqualTo(RECEIVED);
        assertThat(UrgencyScore.of(List.of(), Optional.empty(), OPENED, Duration.ofHours(6))
                        .since())
                .isEqualTo(OPENED);
    }

    private static UrgencyScore of(ReportCopy report) {
        return UrgencyScore.of(List.of(report), Optional.empty(), OPENED, Duration.ofHours(6));
    }

    private static Claim claim(@Nullable Instant occurredAt, @Nullable String place, @Nullable Place position) {
        return new Claim(
                occurredAt,
                place,
                position == null ? null : (Double) position.latitude(),
                position == null ? null : (Double) position.longitude());
    }

    private static ReportCopy report(String text, @Nullable Instant publishedAt, @Nullable Claim claim) {
        return new ReportCopy(
                new UUID(0, 1), Channel.SOCIAL, "MA-CAS", publishedAt, RECEIVED, null, null, text, "ar", claim, null);
    }
}
