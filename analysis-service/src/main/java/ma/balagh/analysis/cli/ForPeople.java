package ma.balagh.analysis.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.ResourceBundle;
import ma.balagh.analysis.examination.ExaminationState;
import ma.balagh.analysis.examination.FindingView;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Words;
import ma.balagh.analysis.finding.Words.Language;

/** A paragraph for each finding, in the reader's language. */
final class ForPeople implements Telling {

    private final Words words;
    private final ResourceBundle labels;
    private final PrintStream out;

    ForPeople(Language language, PrintStream out) {
        this.words = Words.in(language);
        this.labels = ResourceBundle.getBundle(
                "ma.balagh.analysis.cli.examine",
                Locale.of(language.code()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.out = out;
    }

    @Override
    public void tell(FileDesk.Examined examined) {
        out.println(Terminal.printable(examined.file()));
        out.println("  SHA-256 " + examined.sha256());
        if (examined.report().state() == ExaminationState.UNREADABLE) {
            out.println("  " + labels.getString("unreadable"));
        }
        for (Finding finding : examined.report().findings()) {
            tell(FindingView.of(finding, words));
        }
        out.printf(Locale.ROOT, "%n  %s %.2f s%n%n", labels.getString("cpu"), examined.cpuSeconds());
    }

    private void tell(FindingView finding) {
        out.println();
        out.println("  " + mark(finding.result()) + " "
                + labels.getString(finding.result().name()) + " · " + finding.name() + " (" + finding.method() + " "
                + finding.version() + ")");
        out.println("    " + finding.summary());
        if (!finding.detail().isEmpty()) {
            out.println("    " + finding.detail());
        }
        out.println("    " + labels.getString("meaning") + " " + finding.meaning());
        out.println("    " + labels.getString("weakness") + " " + finding.weakness());
    }

    private static String mark(Result result) {
        return switch (result) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case UNKNOWN -> "?";
        };
    }
}
