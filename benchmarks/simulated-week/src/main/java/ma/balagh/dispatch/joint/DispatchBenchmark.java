package ma.balagh.dispatch.joint;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Simulates a week for each seed (1, 2, 3 unless others are given) three times: with the nearest idle unit, with what the
 * service proposes, and in hindsight. Prints what of it was late, then what the largest plan costs, and fails where a bar is
 * missed.
 */
final class DispatchBenchmark {

    /** Jagtenberg, van den Berg, van der Mei (EJOR 258, 2017): 2.7 for the nearest idle unit, 1.9 for their heuristic. */
    private static final double LATE_BAR = 1.9;

    private static final double RESPONSE_BAR = 1.05;

    private final PrintStream out;
    private final JointConfig config;

    private DispatchBenchmark(PrintStream out) {
        this.out = out;
        config = new SmallRyeConfigBuilder()
                .addSystemSources()
                .withMapping(JointConfig.class)
                .build()
                .getConfigMapping(JointConfig.class);
    }

    /** One week, lived through in each way. */
    record Comparison(WeekRunner.WeekOutcome nearest, WeekRunner.WeekOutcome ours, WeekRunner.WeekOutcome hindsight) {}

    public static void main(String[] args) {
        var seeds = args.length == 0
                ? List.of(1L, 2L, 3L)
                : List.of(args).stream().map(Long::valueOf).toList();
        boolean kept = new DispatchBenchmark(System.out).run(seeds);
        System.exit(kept ? 0 : 1);
    }

    private boolean run(List<Long> seeds) {
        out.printf(
                Locale.ROOT,
                "Late is whatever takes longer than %d s. Busy share %.2f, away %d s, price %d s.%n%n",
                config.target().toSeconds(),
                config.busyShare(),
                config.away().toSeconds(),
                config.coveragePrice().toSeconds());
        out.println("| seed | calls | | late | fraction | × hindsight | mean response | × nearest | next door |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        var weeks = new ArrayList<Comparison>();
        for (long seed : seeds) {
            var comparison = compare(seed);
            weeks.add(comparison);
            print(String.valueOf(seed), List.of(comparison));
        }
        print("all", weeks);
        double late = fraction(weeks, Comparison::ours) / fraction(weeks, Comparison::hindsight);
        double response = response(weeks, Comparison::ours) / response(weeks, Comparison::nearest);
        out.printf(
                Locale.ROOT,
                "%nLate fraction %.2f × hindsight, bar %.2f: %s.%n",
                late,
                LATE_BAR,
                verdict(late <= LATE_BAR));
        out.printf(
                Locale.ROOT,
                "Mean response %.3f × nearest, bar %.2f: %s.%n",
                response,
                RESPONSE_BAR,
                verdict(response <= RESPONSE_BAR));
        double gain = fraction(weeks, Comparison::ours) / fraction(weeks, Comparison::nearest);
        out.printf(Locale.ROOT, "Late fraction %.2f × nearest, bar below 1: %s.%n", gain, verdict(gain < 1));
        long millis = new LargestPlanBenchmark(config).measure();
        boolean quick = millis < LargestPlanBenchmark.BAR_MILLIS;
        out.printf(
                Locale.ROOT,
                "200 calls at once among 10,000 units: %d ms of a processor (p90), bar %d: %s.%n",
                millis,
                LargestPlanBenchmark.BAR_MILLIS,
                verdict(quick));
        return late <= LATE_BAR && response <= RESPONSE_BAR && gain < 1 && quick;
    }

    private Comparison compare(long seed) {
        double target = config.target().toSeconds();
        var week = SimulatedWeek.of(seed, target);
        var runner = new WeekRunner(week, target);
        return new Comparison(
                runner.run(DispatchPolicy.nearest(week)),
                runner.run(new ServicePolicyProvider(week, config).policy()),
                runner.outcome(new HindsightCalculator(week, target).solve()));
    }

    private void print(String seed, List<Comparison> weeks) {
        print(seed, "nearest", weeks, Comparison::nearest);
        print(seed, "ours", weeks, Comparison::ours);
        print(seed, "hindsight", weeks, Comparison::hindsight);
    }

    private void print(String seed, String name, List<Comparison> weeks, Way way) {
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %s | %.0f | %.2f %% | %.2f | %.0f s | %.3f | %.0f |%n",
                seed,
                sum(weeks, way, WeekRunner.WeekOutcome::calls),
                name,
                sum(weeks, way, WeekRunner.WeekOutcome::late),
                100 * fraction(weeks, way),
                fraction(weeks, way) / fraction(weeks, Comparison::hindsight),
                response(weeks, way),
                response(weeks, way) / response(weeks, Comparison::nearest),
                sum(weeks, way, WeekRunner.WeekOutcome::nextDoor));
    }

    /** One of the three ways of living through a week. */
    private interface Way {

        WeekRunner.WeekOutcome of(Comparison week);
    }

    private static double fraction(List<Comparison> weeks, Way way) {
        return sum(weeks, way, WeekRunner.WeekOutcome::late) / sum(weeks, way, WeekRunner.WeekOutcome::calls);
    }

    private static double response(List<Comparison> weeks, Way way) {
        return sum(weeks, way, outcome -> outcome.meanResponse() * outcome.calls())
                / sum(weeks, way, WeekRunner.WeekOutcome::calls);
    }

    private static double sum(List<Comparison> weeks, Way way, ToDoubleFunction<WeekRunner.WeekOutcome> figure) {
        return weeks.stream().map(way::of).mapToDouble(figure).sum();
    }

    private static String verdict(boolean kept) {
        return kept ? "kept" : "missed";
    }
}
