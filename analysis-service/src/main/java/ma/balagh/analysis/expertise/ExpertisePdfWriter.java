package ma.balagh.analysis.expertise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.report.ReportCopy;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Writes a dossier as a PDF. The layout runs twice, since each page shows the number of pages. */
final class ExpertisePdfWriter {

    private static final float MARGIN = 42f;
    private static final float FOOT = 58f;

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
        ByteArrayOutputStream counted = new ByteArrayOutputStream();
        int pages = write(counted, 0);
        ByteArrayOutputStream numbered = new ByteArrayOutputStream(counted.size());
        write(numbered, pages);
        return numbered.toByteArray();
    }

    private int write(ByteArrayOutputStream pdf, int pages) {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, pdf);
        PdfPageWriter sheet = new PdfPageWriter(document, writer, printing.language());
        writer.setPageEvent(
                new FooterWriter(texts, sheet.regular(), printing, dossier.id().toString(), pages));
        document.addTitle(texts.of("title") + " " + dossier.id());
        document.addCreator("Balagh");
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(printing.language().code()));
        document.open();
        try {
            identity(sheet);
            reports(sheet);
            new EvidenceSectionWriter(dossier, sheet, texts, printing.language()).write();
            new MatchSectionWriter(dossier, sheet, texts, pictures).write();
            new VerdictSectionWriter(dossier, sheet, texts).write();
            new MethodSectionWriter(dossier, sheet, texts).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int written = writer.getPageNumber();
        document.close();
        return written;
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
