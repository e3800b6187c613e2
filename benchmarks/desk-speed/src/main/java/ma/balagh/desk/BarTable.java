package ma.balagh.desk;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a section measured: rows of figures beside their baseline, and the bar that one of them has to hold.
 *
 * @param unit of the figures
 */
record BarTable(String title, String unit, List<Row> rows) {

    /** @param bar the most that {@code judged} may be; infinite for a baseline */
    private record Row(String name, List<Double> figures, double part, double bar) {

        boolean holds() {
            return judged() <= bar;
        }

        double judged() {
            return quantile(figures, part);
        }
    }

    static BarTable of(String title, String unit) {
        return new BarTable(title, unit, new ArrayList<>());
    }

    /** Something to compare with. */
    BarTable baseline(String name, List<Double> figures) {
        rows.add(new Row(name, List.copyOf(figures), 0.95, Double.POSITIVE_INFINITY));
        return this;
    }

    /** @param part which quantile is held against the bar, as 0 to 1 */
    BarTable judged(String name, List<Double> figures, double part, double bar) {
        rows.add(new Row(name, List.copyOf(figures), part, bar));
        return this;
    }

    /** @return whether each bar holds */
    boolean print() {
        System.out.printf(
                Locale.ROOT,
                "%n%s, %s (load of the machine: %.1f)%n  %-48s %6s %8s %8s %8s  %s%n",
                title,
                unit,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                "",
                "times",
                "p50",
                "p95",
                "most",
                "bar");
        for (var row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-48s %6d %8.1f %8.1f %8.1f  %s%n",
                    row.name(),
                    row.figures().size(),
                    quantile(row.figures(), 0.5),
                    quantile(row.figures(), 0.95),
                    quantile(row.figures(), 1),
                    verdict(row));
        }
        return rows.stream().allMatch(Row::holds);
    }

    private static String verdict(Row row) {
        return Double.isInfinite(row.bar())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.0f at p%.0f: %s",
                        row.bar(),
                        100 * row.part(),
                        row.holds() ? "holds" : "MISSED");
    }

    private static double quantile(List<Double> figures, double part) {
        var sorted = figures.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
    }
}
