package ma.balagh.analysis.expertise;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.examination.FindingView;
import ma.balagh.pdf.PdfPageWriter;
import ma.balagh.pdf.PdfPageWriter.Value;

/** What findings are, and of each method that was used, once, why it matters and when it is known to be wrong. */
final class MethodSectionWriter {

    private final DossierView dossier;
    private final PdfPageWriter sheet;
    private final ReportTexts texts;

    MethodSectionWriter(DossierView dossier, PdfPageWriter sheet, ReportTexts texts) {
        this.dossier = dossier;
        this.sheet = sheet;
        this.texts = texts;
    }

    void write() {
        sheet.heading(texts.of("method"));
        sheet.text(texts.of("method.statement"));
        sheet.text(texts.of("method.errors"));
        List<List<Value>> methods = dossier.examinations().stream()
                .flatMap(examination -> examination.findings().stream())
                .collect(Collectors.toMap(
                        finding -> finding.method() + " / " + finding.version(),
                        MethodSectionWriter::row,
                        (first, again) -> first,
                        TreeMap::new))
                .values()
                .stream()
                .toList();
        if (!methods.isEmpty()) {
            sheet.rows(
                    List.of(texts.of("finding.method"), texts.of("finding.meaning"), texts.of("finding.weakness")),
                    methods);
        }
    }

    private static List<Value> row(FindingView finding) {
        return List.of(
                new Value.Words(finding.name() + "\n" + finding.method() + " / " + finding.version()),
                new Value.Words(finding.meaning()),
                new Value.Words(finding.weakness()));
    }
}
