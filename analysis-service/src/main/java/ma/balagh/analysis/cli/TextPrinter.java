package ma.balagh.analysis.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationSummary;
import ma.balagh.analysis.examination.FindingView;
import ma.balagh.analysis.finding.FindingGroup;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;

/** Prints a summary and a line for each finding, in the reader's language. */
final class TextPrinter implements ResultPrinter {

    private static final String INDENTED = "      ";

    private final Language language;
    private final FindingTexts words;
    private final ResourceBundle labels;
    private final boolean details;
    private final PrintStream out;

    /** @param details whether the figures, traces and method of every finding are printed, too */
    TextPrinter(Language language, boolean details, PrintStream out) {
        this.language = language;
        this.words = FindingTexts.in(language);
        this.labels = ResourceBundle.getBundle(
                "ma.balagh.analysis.cli.examine",
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.details = details;
        this.out = out;
    }

    @Override
    public void tell(FileExaminer.Examined examined) {
        List<FindingView> findings = examined.report().findings().stream()
                .map(finding -> FindingView.of(finding, words))
                .toList();
        out.println(TerminalTextFilter.printable(examined.file()));
        out.println("  SHA-256 " + examined.sha256());
        out.println();
        out.println("  "
                + ExaminationSummary.of(
                                examined.report().state(), examined.report().findings(), List.of())
                        .in(language));
        for (FindingGroup group : FindingGroup.values()) {
            tell(
                    group,
                    findings.stream()
                            .filter(finding -> finding.group() == group)
                            .toList());
        }
        out.println();
        out.println("  "
                + labels.getString("cpu")
                        .replace(
                                "{seconds}", words.figures(String.format(Locale.ROOT, "%.2f", examined.cpuSeconds()))));
        out.println();
    }

    private void tell(FindingGroup group, List<FindingView> findings) {
        if (findings.isEmpty()) {
            return;
        }
        out.println();
        out.println("  " + labels.getString(group.name()));
        for (FindingView finding : findings) {
            out.println("    " + mark(finding) + " "
                    + labels.getString("finding")
                            .replace("{name}", finding.name())
                            .replace("{summary}", finding.summary()));
            below(finding);
        }
    }

    private void below(FindingView finding) {
        if (details || isToBeLookedAt(finding.group())) {
            told(Stream.of(finding.detail()));
        }
        if (details) {
            told(Stream.of(
                    finding.traces(),
                    labels.getString("meaning") + " " + finding.meaning(),
                    labels.getString("weakness") + " " + finding.weakness(),
                    finding.method() + " " + finding.version()));
        }
    }

    private void told(Stream<String> texts) {
        texts.filter(text -> !text.isEmpty()).forEach(text -> out.println(INDENTED + text));
    }

    private static boolean isToBeLookedAt(FindingGroup group) {
        return switch (group) {
            case DECLARATION, CONTRADICTION, OBSERVATION -> true;
            case CONFIRMATION, UNKNOWN -> false;
        };
    }

    private static String mark(FindingView finding) {
        if (finding.group() == FindingGroup.OBSERVATION) {
            return "!";
        }
        return switch (finding.result()) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case UNKNOWN -> "?";
        };
    }
}
