package ma.balagh.dispatch.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import ma.balagh.dispatch.CsvLineFormatter;
import ma.balagh.dispatch.clock.Stage;
import org.jspecify.annotations.Nullable;

/** The public's figures as a table, a line for each month and area. An empty field is a figure of fewer than ten. */
final class PublicStatisticsCsvWriter {

    private static final List<String> FIGURES = List.of(
            "month",
            "area",
            "taken_in",
            "examined",
            "answered",
            "presumed_offences",
            "false_reports",
            "known_cases",
            "other_answers",
            "waiting",
            "waiting_under_one_month",
            "waiting_under_three_months",
            "waiting_under_one_year",
            "waiting_longer");

    private PublicStatisticsCsvWriter() {}

    static String write(PublicStatisticsView statistics) {
        var text = new StringBuilder(CsvLineFormatter.line(Stream.concat(
                        FIGURES.stream(),
                        Arrays.stream(Stage.values())
                                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                                .flatMap(stage -> Stream.of(stage + "_p50_seconds", stage + "_p95_seconds")))
                .toArray()));
        Stream.concat(Stream.of(statistics.country()), statistics.areas().stream())
                .forEach(area -> area.months().forEach(month -> text.append(line(area.area(), month))));
        return text.toString();
    }

    private static String line(String area, MonthFiguresView month) {
        var figures = month.figures();
        var waiting = month.waiting();
        var fields = new ArrayList<@Nullable Object>(Arrays.asList(
                month.month(),
                area,
                figures.takenIn(),
                figures.examined(),
                figures.answered(),
                figures.presumedOffences(),
                figures.falseReports(),
                figures.knownCases(),
                figures.otherAnswers(),
                waiting.total(),
                waiting.underOneMonth(),
                waiting.underThreeMonths(),
                waiting.underOneYear(),
                waiting.longer()));
        for (var stage : Stage.values()) {
            var pace = month.paces().stream()
                    .filter(one -> one.stage() == stage)
                    .findFirst()
                    .orElse(null);
            fields.add(pace == null ? null : pace.p50());
            fields.add(pace == null ? null : pace.p95());
        }
        return CsvLineFormatter.line(fields.toArray());
    }
}
