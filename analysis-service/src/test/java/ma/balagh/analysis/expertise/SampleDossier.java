package ma.balagh.analysis.expertise;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.consultation.EvidenceInDossier;
import ma.balagh.analysis.consultation.EvidenceMatch;
import ma.balagh.analysis.consultation.StageTimes;
import ma.balagh.analysis.dossier.DossierAct;
import ma.balagh.analysis.dossier.DossierActView;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.examination.ExaminationState;
import ma.balagh.analysis.examination.ExaminationSummary;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.SpanView;
import ma.balagh.analysis.examination.FindingView;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.SameMoments;
import ma.balagh.analysis.report.ReportCopy;
import ma.balagh.analysis.urgency.UrgencyLevel;
import ma.balagh.analysis.urgency.UrgencyView;
import ma.balagh.analysis.verdict.ProposalView;
import ma.balagh.analysis.verdict.VerdictView;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;

/** A concluded dossier with everything that a report can tell. */
final class SampleDossier {

    static final UUID DOSSIER = UUID.fromString("019ab00c-0055-700c-8024-000000b72124");
    static final UUID EVIDENCE = UUID.fromString("019ab00d-005c-700d-8027-000000c66067");
    static final UUID OTHER = UUID.fromString("019ab00e-0063-700e-802a-000000d59faa");
    static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final Instant AT = Instant.parse("2026-11-25T10:16:02.500Z");

    private static final UUID REPORT = UUID.fromString("019ab00f-006a-700f-802d-000000e4deed");

    private SampleDossier() {}

    static DossierView in(Language language) {
        ExaminationView examination = examination(language);
        return new DossierView(
                DOSSIER,
                "MA-CAS-ANFA",
                DossierState.CONCLUDED,
                new UrgencyView(UrgencyLevel.NORMAL, AT.plusSeconds(3600), UrgencyLevel.NORMAL, List.of(), List.of()),
                true,
                AT,
                AT.plusSeconds(60),
                AT.plusSeconds(7200),
                List.of(report()),
                2,
                List.of(new EvidenceInDossier(
                        EVIDENCE, SHA256, 4_200_000L, "video/mp4", AT, AT, null, AT, List.of(REPORT), 1)),
                List.of(examination),
                EvidenceMatch.of(examination).toList(),
                List.of(withdrawn(), proposal()),
                new VerdictView(
                        DOSSIER,
                        Verdict.FALSE_REPORT,
                        "الصور قديمة",
                        2,
                        "شارع الزرقطوني",
                        null,
                        null,
                        AT,
                        null,
                        null,
                        null,
                        null,
                        "analyst.anfa",
                        AT.plusSeconds(3600),
                        "officer2",
                        AT.plusSeconds(7200),
                        "Conforme aux images",
                        false),
                List.of(),
                null,
                new StageTimes(null, AT, AT, AT, null, null, null, null, null, null, null, null),
                null,
                List.of(new DossierActView(
                        DossierAct.Kind.JOINED,
                        DossierActView.Role.CHANGED,
                        OTHER,
                        "نفس المشهد (0:04) والساعة 22:10",
                        "analyst",
                        null,
                        AT)));
    }

    private static ReportCopy report() {
        return new ReportCopy(
                REPORT,
                Channel.SOCIAL,
                "MA-CAS",
                AT.minusSeconds(600),
                AT,
                "https://video.example/abc?x=1&y=2",
                "Vol à l’arraché, boulevard Zerktouni — « hier soir »",
                "سرقة هاتف iPhone 15 بالعنف في الدار البيضاء يوم 23/11/2026 على الساعة 22:10 #زيرو_كريساج \uD83D\uDE2D \u202Etxet",
                "ar",
                new Claim(AT.minusSeconds(40_000), "شارع الزرقطوني، قرب Twin Center", 33.5883, -7.6322),
                null);
    }

    private static ExaminationView examination(Language language) {
        FindingTexts words = FindingTexts.in(language);
        List<Finding> findings = List.of(
                found("evidence.digest", "evidence.digest.same", FindingResult.PASS, Map.of("found", SHA256)),
                found(
                        "coding.frames",
                        "coding.frames.keyframes-change",
                        FindingResult.FAIL,
                        Map.of("place", "0:04.5", "before", "250", "after", "48")),
                found(
                        "coding.frames",
                        "coding.frames.times-gap",
                        FindingResult.UNKNOWN,
                        Map.of("places", "0:04.5-0:05.2", "rate", "29.97")));
        List<ExaminationView.MatchView> matches = List.of(match(OTHER), sameScene(OTHER));
        return new ExaminationView(
                UUID.fromString("019ab010-0071-7010-8030-000000f41e30"),
                EVIDENCE,
                ExaminationState.COMPLETED,
                "video/mp4",
                1,
                AT,
                AT,
                AT.plusSeconds(60),
                null,
                ExaminationSummary.of(ExaminationState.COMPLETED, findings, matches),
                findings.stream().map(finding -> FindingView.of(finding, words)).toList(),
                matches,
                List.of(new ExaminationView.FrameView(1, URI.create("/api/v1/x"))));
    }

    private static Finding found(String method, String code, FindingResult result, Map<String, String> facts) {
        return new Finding(method, "3", result, code, facts);
    }

    private static ExaminationView.MatchView match(UUID other) {
        return new ExaminationView.MatchView(
                new Counterpart("EVIDENCE", other, DOSSIER, null),
                "COPY",
                SameMoments.YES,
                MomentsReason.MOTION_AGREES,
                "MIRRORED",
                List.of("TRIMMED", "FASTER"),
                1.25,
                List.of(new SpanView(0.5, 9.2, 4.0, 15.0), new SpanView(12, 61.5, 20, 70)),
                0.93,
                0.4,
                0.98,
                null,
                null,
                null);
    }

    private static ExaminationView.MatchView sameScene(UUID other) {
        return new ExaminationView.MatchView(
                new Counterpart("EVIDENCE", other, DOSSIER, null),
                "SAME_SCENE",
                SameMoments.NO,
                MomentsReason.MOTION_DIFFERS,
                "NONE",
                List.of(),
                1.0,
                List.of(new SpanView(3, 3, 5, 5)),
                0,
                0.0,
                0.81,
                null,
                null,
                new ProposedPlace("درب السلطان", 33.58, -7.6, ProposedPlace.Basis.JUDGED));
    }

    private static ProposalView withdrawn() {
        return new ProposalView(
                OTHER,
                DOSSIER,
                Verdict.PRESUMED_OFFENCE,
                "صور متصلة",
                3,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "analyst.anfa",
                AT.plusSeconds(600),
                new ProposalView.DecisionView("CONFIRM", "Conforme", "officer2", AT.plusSeconds(1200), null),
                AT.plusSeconds(1801));
    }

    private static ProposalView proposal() {
        return new ProposalView(
                DOSSIER,
                DOSSIER,
                Verdict.FALSE_REPORT,
                "التسجيل نسخة معكوسة من تسجيل سنة 2019 (انظر التطابق، المدى 0.93)، والمكان ليس Zerktouni.",
                2,
                "شارع الزرقطوني",
                null,
                null,
                AT,
                null,
                null,
                null,
                null,
                List.of(),
                "analyst.anfa",
                AT.plusSeconds(3600),
                new ProposalView.DecisionView(
                        "CONFIRM", "Conforme aux images", "officer2", AT.plusSeconds(7200), false),
                null);
    }
}
