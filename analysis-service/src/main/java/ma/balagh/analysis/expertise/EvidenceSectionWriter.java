package ma.balagh.analysis.expertise;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.consultation.EvidenceInDossier;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.FindingView;
import ma.balagh.analysis.finding.FindingGroup;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.pdf.PdfPageWriter;

/** Writes a section for each evidence: its digest and the laboratory's findings, first in short, then one by one. */
final class EvidenceSectionWriter {

    private final DossierView dossier;
    private final PdfPageWriter sheet;
    private final ReportTexts texts;
    private final Language language;

    EvidenceSectionWriter(DossierView dossier, PdfPageWriter sheet, ReportTexts texts, Language language) {
        this.dossier = dossier;
        this.sheet = sheet;
        this.texts = texts;
        this.language = language;
    }

    void write() {
        sheet.heading(texts.of("evidence"));
        if (dossier.evidence().isEmpty()) {
            sheet.text(texts.of("evidence.none"));
        }
        for (EvidenceInDossier evidence : dossier.evidence()) {
            List<ExaminationView> examinations = dossier.examinations().stream()
                    .filter(examination -> examination.evidenceId().equals(evidence.id()))
                    .toList();
            examinations.forEach(examination -> sheet.text(examination.summary().in(language)));
            sheet.facts(facts(evidence));
            examinations.forEach(this::examination);
        }
    }

    private List<PdfPageWriter.Fact> facts(EvidenceInDossier evidence) {
        return List.of(
                PdfPageWriter.code(texts.of("evidence.id"), evidence.id().toString()),
                PdfPageWriter.code(texts.of("sha256"), evidence.sha256()),
                PdfPageWriter.code(
                        texts.of("size"),
                        evidence.size() == null
                                ? ReportTexts.NONE
                                : String.format(Locale.ROOT, "%,d", evidence.size())
                                        .replace(',', '\u202f')),
                PdfPageWriter.code(texts.of("media-type"), ReportTexts.orNone(evidence.mediaType())),
                PdfPageWriter.code(texts.of("secured"), texts.time(evidence.securedAt())),
                PdfPageWriter.code(
                        texts.of("brought-by"),
                        evidence.reportIds().stream().map(UUID::toString).collect(Collectors.joining("\n"))),
                PdfPageWriter.code(texts.of("custody"), "/api/v1/evidence/%s/custody".formatted(evidence.id())));
    }

    private void examination(ExaminationView examination) {
        sheet.subheading(texts.of("examination"));
        sheet.facts(List.of(
                PdfPageWriter.code(texts.of("examination.id"), examination.id().toString()),
                PdfPageWriter.words(texts.of("state"), texts.named("examination.state", examination.state())),
                PdfPageWriter.code(texts.of("examined"), texts.time(examination.examinedAt()))));
        for (FindingGroup group : FindingGroup.values()) {
            List<FindingView> findings = examination.findings().stream()
                    .filter(finding -> finding.group() == group)
                    .toList();
            if (!findings.isEmpty()) {
                sheet.subheading(texts.named("group", group));
                findings.forEach(this::finding);
            }
        }
    }

    private void finding(FindingView finding) {
        sheet.text(texts.of("finding", finding.name(), finding.summary()));
        String figures = finding.detail().isBlank() || finding.traces().isBlank()
                ? finding.detail() + finding.traces()
                : finding.detail() + "\n" + finding.traces();
        if (!figures.isBlank()) {
            sheet.small(figures);
        }
    }
}
