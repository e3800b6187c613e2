package ma.balagh.analysis.expertise;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.consultation.EvidenceInDossier;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.FindingView;

/** Each evidence, by its digest, with what the laboratory found out about it by itself. */
final class EvidenceSection {

    private final DossierView dossier;
    private final Sheet sheet;
    private final ReportTexts texts;

    EvidenceSection(DossierView dossier, Sheet sheet, ReportTexts texts) {
        this.dossier = dossier;
        this.sheet = sheet;
        this.texts = texts;
    }

    void write() {
        sheet.heading(texts.of("evidence"));
        if (dossier.evidence().isEmpty()) {
            sheet.text(texts.of("evidence.none"));
        }
        for (EvidenceInDossier evidence : dossier.evidence()) {
            sheet.facts(facts(evidence));
            dossier.examinations().stream()
                    .filter(examination -> examination.evidenceId().equals(evidence.id()))
                    .forEach(this::examination);
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
        examination.findings().forEach(this::finding);
    }

    private void finding(FindingView finding) {
        sheet.subheading(texts.of("finding", finding.name(), texts.named("result", finding.result())));
        sheet.text(finding.detail().isBlank() ? finding.summary() : finding.summary() + "\n" + finding.detail());
        sheet.small(texts.of("finding.meaning", finding.meaning()));
        sheet.small(texts.of("finding.weakness", finding.weakness()));
        sheet.facts(List.of(Sheet.code(texts.of("finding.method"), finding.method() + " / " + finding.version())));
    }
}
