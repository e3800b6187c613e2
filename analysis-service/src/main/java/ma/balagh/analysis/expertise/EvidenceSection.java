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
import ma.balagh.analysis.finding.Words.Language;

/** Each evidence, by its digest, with what the laboratory found out about it by itself: in short first, then one by one. */
final class EvidenceSection {

    private final DossierView dossier;
    private final Sheet sheet;
    private final ReportTexts texts;
    private final Language language;

    EvidenceSection(DossierView dossier, Sheet sheet, ReportTexts texts, Language language) {
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

    private List<Sheet.Fact> facts(EvidenceInDossier evidence) {
        return List.of(
                Sheet.code(texts.of("evidence.id"), evidence.id().toString()),
                Sheet.code(texts.of("sha256"), evidence.sha256()),
                Sheet.code(
                        texts.of("size"),
                        evidence.size() == null
                                ? ReportTexts.NONE
                                : String.format(Locale.ROOT, "%,d", evidence.size())
                                        .replace(',', '\u202f')),
                Sheet.code(texts.of("media-type"), ReportTexts.orNone(evidence.mediaType())),
                Sheet.code(texts.of("secured"), texts.time(evidence.securedAt())),
                Sheet.code(
                        texts.of("brought-by"),
                        evidence.reportIds().stream().map(UUID::toString).collect(Collectors.joining("\n"))),
                Sheet.code(texts.of("custody"), "/api/v1/evidence/%s/custody".formatted(evidence.id())));
    }

    private void examination(ExaminationView examination) {
        sheet.subheading(texts.of("examination"));
        sheet.facts(List.of(
                Sheet.code(texts.of("examination.id"), examination.id().toString()),
                Sheet.words(texts.of("state"), texts.named("examination.state", examination.state())),
                Sheet.code(texts.of("examined"), texts.time(examination.examinedAt()))));
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
