package ma.balagh.portal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.ageing.AnswerFateCode;
import ma.balagh.portal.ageing.WeeklyAnswersResponse;
import ma.balagh.portal.ageing.WeeklyAnswersResponse.Week;
import ma.balagh.portal.command.AnswerChart.Segment;
import ma.balagh.portal.command.AnswerChart.WeekColumn;
import org.junit.jupiter.api.Test;

class AnswerChartTest {

    private static final Instant END = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void stacksWhatBecameOfReportsAsHighAsTheirNumber() {
        // When
        var chart = AnswerChart.of(answers(week(0, 0, 0, 0), week(10, 6, 4, 1)), false);

        // Then
        assertThat(chart.columns().getFirst().segments()).isEmpty();
        assertThat(chart.columns().getLast().segments())
                .containsExactly(
                        new Segment(AnswerFateCode.KEPT, 126, 64),
                        new Segment(AnswerFateCode.LATE, 94, 32),
                        new Segment(AnswerFateCode.IN_TIME, 46, 48),
                        new Segment(AnswerFateCode.OVERDUE, 30, 16));
        assertThat(chart.columns().getLast().top()).isEqualTo(24);
    }

    @Test
    void standsInTheDirectionOfReading() {
        // Given
        var answers = answers(week(1, 1, 1, 0), week(2, 2, 2, 0));

        // Then
        assertThat(AnswerChart.of(answers, false).columns())
                .extracting(WeekColumn::middle)
                .containsExactly(100.0, 300.0);
        assertThat(AnswerChart.of(answers, true).columns())
                .extracting(WeekColumn::middle)
                .containsExactly(300.0, 100.0);
    }

    @Test
    void isEmptyWithoutWeeksAndFlatWithoutReports() {
        assertThat(AnswerChart.of(answers(), true).columns()).isEmpty();
        assertThat(AnswerChart.of(answers(week(0, 0, 0, 0)), true).columns())
                .allMatch(column -> column.segments().isEmpty());
    }

    @Test
    void comparesOnlyWhatIsDecided() {
        assertThat(week(10, 6, 4, 2).share()).isEqualTo(0.5);
        assertThat(week(10, 0, 0, 0).share()).isNull();
    }

    private static WeeklyAnswersResponse answers(Week... weeks) {
        return new WeeklyAnswersResponse(END, 86_400.0, List.of(weeks));
    }

    private static Week week(long received, long answered, long withinTarget, long overdue) {
        return new Week(END.minus(Duration.ofDays(7)), END, received, answered, withinTarget, overdue, null, null);
    }
}
