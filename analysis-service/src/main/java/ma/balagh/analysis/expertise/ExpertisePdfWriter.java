package ma.balagh.analysis.expertise;

import java.io.IOException;
import java.util.List;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.pdf.PagedPdfWriter;
import ma.balagh.pdf.PdfFrame;
import ma.balagh.pdf.PdfPageWriter;

/** Writes a dossier as a PDF. */
final class ExpertisePdfWriter {

    private final DossierView dossier;
    private final PrintRequest printing;
    private final ReportTexts texts;
    private final ReportStillReader pictures;

    ExpertisePdfWriter(DossierView dossier, PrintRequest printing, ReportStillReader pictures) {
        this.dossier = dossier;
        this.printing = printing;
        this.texts = ReportTexts.in(printing.language());
        this.pictures = pictures;
    }

    byte[] pdf() {
        PdfFrame frame = new PdfFrame(
                texts.of("title") + " " + dossier.id(),
                printing.language().code(),
                List.of(dossier.id().toString(), printing.digest()),
                (page, pages) -> texts.of("page", page, pages));
        return PagedPdfWriter.write(frame, this::write);
    }

    private void write(PdfPageWriter sheet) throws IOException {
        identity(sheet);
        reports(sheet);
        new EvidenceSectionWriter(dossier, sheet, texts, printing.language()).write();
        new MatchSectionWriter(dossier, sheet, texts, pictures).write();
        new VerdictSectionWriter(dossier, sheet, texts).write();
        new MethodSectionWriter(dossier, sheet, texts).write();
    }

    private void identity(PdfPageWriter sheet) {
        sheet.title(texts.of("title"));
        sheet.small(texts.of("notice"));
        sheet.facts(List.of(
                PdfPageWriter.code(texts.of("dossier"), dossier.id().toString()),
                PdfPageWriter.code(texts.of("jurisdiction"), dossier.jurisdiction()),
                PdfPageWriter.words(texts.of("state"), texts.named("state", dossier.state())),
                PdfPageWriter.code(texts.of("opened"), texts.time(dossier.openedAt())),
                PdfPageWriter.code(texts.of("ready"), texts.time(dossier.readyAt())),
                PdfPageWriter.code(texts.of("concluded"), texts.time(dossier.concludedAt())),
                PdfPageWriter.code(texts.of("printed"), texts.time(printing.at())),
                PdfPageWriter.words(texts.of("printed.by"), printing.by()),
                PdfPageWriter.words(texts.of("purpose"), printing.purpose()),
                PdfPageWriter.code(texts.of("digest"), printing.digest())));
        sheet.small(texts.of("digest.meaning"));
    }

    private void reports(PdfPageWriter sheet) {
        sheet.heading(texts.of("reports"));
        sheet.small(texts.of("reports.identity"));
        if (dossier.reports().isEmpty()) {
            sheet.text(texts.of("reports.none"));
        }
        dossier.reports().forEach(report -> sheet.facts(facts(report)));
        int more = dossier.reportCount() - dossier.reports().size();
        if (more > 0) {
            sheet.text(texts.of("reports.more", more));
        }
    }

    private List<PdfPageWriter.Fact> facts(ReportCopy report) {
        var claim = report.claim();
        return List.of(
                PdfPageWriter.code(texts.of("report"), report.id().toString()),
                PdfPageWriter.words(texts.of("channel"), texts.named("channel", report.channel())),
                PdfPageWriter.code(texts.of("published"), texts.time(report.publishedAt())),
                PdfPageWriter.code(texts.of("received"), texts.time(report.receivedAt())),
                PdfPageWriter.code(texts.of("address"), ReportTexts.orNone(report.url())),
                PdfPageWriter.words(texts.of("report.title"), ReportTexts.orNone(report.title())),
                PdfPageWriter.words(texts.of("report.text"), ReportTexts.orNone(report.text())),
                PdfPageWriter.words(
                        texts.of("claimed.place"), ReportTexts.orNone(claim == null ? null : claim.place())),
                PdfPageWriter.code(texts.of("claimed.time"), texts.time(claim == null ? null : claim.occurredAt())));
    }
}
