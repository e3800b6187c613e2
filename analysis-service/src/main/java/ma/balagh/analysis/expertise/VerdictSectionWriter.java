package ma.balagh.analysis.expertise;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.dossier.DossierActView;
import ma.balagh.analysis.verdict.ProposalView;
import ma.balagh.analysis.verdict.VerdictView;
import ma.balagh.pdf.PdfPageWriter;
import org.jspecify.annotations.Nullable;

/** What people made of it: every proposal with both people, the verdict that stands, and what was done to the dossier. */
final class VerdictSectionWriter {

    private final DossierView dossier;
    private final PdfPageWriter sheet;
    private final ReportTexts texts;

    VerdictSectionWriter(DossierView dossier, PdfPageWriter sheet, ReportTexts texts) {
        this.dossier = dossier;
        this.sheet = sheet;
        this.texts = texts;
    }

    void write() {
        sheet.heading(texts.of("verdict"));
        sheet.small(texts.of("verdict.people"));
        @Nullable VerdictView standing = dossier.verdict();
        sheet.text(
                standing == null
                        ? texts.of("verdict.none")
                        : texts.of(
                                "verdict.standing",
                                texts.named("verdict", standing.verdict()),
                                standing.proposedBy(),
                                standing.confirmedBy(),
                                texts.time(standing.confirmedAt())));
        dossier.proposals().forEach(this::proposal);
        if (!dossier.history().isEmpty()) {
            sheet.heading(texts.of("history"));
            dossier.history().forEach(act -> sheet.facts(facts(act)));
        }
    }

    private void proposal(ProposalView proposal) {
        boolean withdrawn = proposal.withdrawnAt() != null;
        sheet.subheading(texts.of(withdrawn ? "proposal.withdrawn" : "proposal"));
        List<PdfPageWriter.Fact> facts = new ArrayList<>(List.of(
                PdfPageWriter.words(texts.of("verdict"), texts.named("verdict", proposal.verdict())),
                PdfPageWriter.words(texts.of("reasons"), proposal.reasons()),
                PdfPageWriter.words(
                        texts.of("severity"),
                        texts.named(
                                "severity",
                                proposal.severity() == null
                                        ? null
                                        : proposal.severity().toString())),
                PdfPageWriter.words(texts.of("place"), ReportTexts.orNone(proposal.place())),
                PdfPageWriter.code(texts.of("occurred"), texts.time(proposal.occurredAt())),
                PdfPageWriter.words(texts.of("known.case"), ReportTexts.orNone(proposal.knownCase())),
                PdfPageWriter.words(texts.of("proposed.by"), proposal.proposedBy()),
                PdfPageWriter.code(texts.of("proposed.at"), texts.time(proposal.proposedAt()))));
        ProposalView.@Nullable DecisionView decision = proposal.decision();
        if (decision == null) {
            facts.add(PdfPageWriter.words(texts.of("decision"), texts.of("decision.none")));
        } else {
            facts.addAll(List.of(
                    PdfPageWriter.words(texts.of("decision"), texts.named("decision", decision.choice())),
                    PdfPageWriter.words(texts.of("decision.reason"), decision.reason()),
                    PdfPageWriter.words(texts.of("decided.by"), decision.decidedBy()),
                    PdfPageWriter.code(texts.of("decided.at"), texts.time(decision.decidedAt())),
                    PdfPageWriter.words(
                            texts.of("evidence.opened"),
                            texts.named(
                                    "evidence.opened",
                                    decision.evidenceOpened() == null
                                            ? null
                                            : decision.evidenceOpened().toString()))));
        }
        if (withdrawn) {
            facts.add(PdfPageWriter.code(texts.of("withdrawn.at"), texts.time(proposal.withdrawnAt())));
        }
        sheet.facts(facts);
    }

    private List<PdfPageWriter.Fact> facts(DossierActView act) {
        List<PdfPageWriter.Fact> facts = new ArrayList<>(List.of(
                PdfPageWriter.words(texts.of("act"), texts.named("act", act.kind() + "." + act.role())),
                PdfPageWriter.code(texts.of("act.other"), ReportTexts.orNone(act.otherDossierId())),
                PdfPageWriter.words(texts.of("act.reason"), act.reason()),
                PdfPageWriter.words(texts.of("act.by"), act.by()),
                PdfPageWriter.code(texts.of("act.at"), texts.time(act.at()))));
        if (act.proposedBy() != null) {
            facts.add(3, PdfPageWriter.words(texts.of("proposed.by"), act.proposedBy()));
        }
        return facts;
    }
}
