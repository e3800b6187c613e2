package ma.balagh.messaging;

import io.quarkus.runtime.annotations.RegisterForReflection;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossierOpened;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.analysis.ExaminationOutcome;
import ma.balagh.contracts.analysis.MarkedMoment;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.OffenceFacts;
import ma.balagh.contracts.analysis.OffenceKind;
import ma.balagh.contracts.analysis.PlaceCertainty;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.contracts.analysis.VehicleDescription;
import ma.balagh.contracts.analysis.VehicleKind;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.contracts.analysis.WeaponKind;
import ma.balagh.contracts.dispatch.EscalationStep;
import ma.balagh.contracts.dispatch.IncidentCancelled;
import ma.balagh.contracts.dispatch.IncidentEscalated;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.contracts.dispatch.IncidentReferred;
import ma.balagh.contracts.dispatch.IncidentReopened;
import ma.balagh.contracts.dispatch.IncidentResolved;
import ma.balagh.contracts.dispatch.IncidentStage;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.dispatch.ProgressStatus;
import ma.balagh.contracts.dispatch.UnitAssigned;
import ma.balagh.contracts.dispatch.UnitProgressed;
import ma.balagh.contracts.dispatch.UnitStoodDown;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.Claim;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.contracts.intake.EvidenceSighted;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.contracts.intake.FieldOrigin;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportErased;
import ma.balagh.contracts.intake.ReportReceived;

/**
 * What Jackson must be able to reflect upon in a native image. It stands here rather than in contracts, which knows no
 * Quarkus; a test holds it against {@link ma.balagh.contracts.EventType}.
 */
@RegisterForReflection(
        targets = {
            ReportReceived.class,
            ReportAnswered.class,
            AnswerWithdrawn.class,
            ReportErased.class,
            Claim.class,
            Channel.class,
            AnswerKind.class,
            EvidenceSecured.class,
            FieldOrigin.class,
            EvidenceSighted.class,
            EvidenceUnobtainable.class,
            EvidenceErased.class,
            EvidenceExamined.class,
            ExaminationOutcome.class,
            DossierOpened.class,
            ReportJoined.class,
            ReportSeparated.class,
            DossiersMerged.class,
            DossierForwarded.class,
            VerdictReached.class,
            WeaponKind.class,
            VehicleKind.class,
            VehicleDescription.class,
            PlaceCertainty.class,
            OffenceKind.class,
            OffenceFacts.class,
            MarkedMoment.class,
            VerdictWithdrawn.class,
            MisconductFound.class,
            Verdict.class,
            IncidentOpened.class,
            UnitAssigned.class,
            UnitProgressed.class,
            ProgressStatus.class,
            UnitStoodDown.class,
            IncidentEscalated.class,
            IncidentStage.class,
            EscalationStep.class,
            IncidentResolved.class,
            IncidentReopened.class,
            OutcomeKind.class,
            IncidentReferred.class,
            IncidentCancelled.class,
        })
final class ContractsReflection {

    private ContractsReflection() {}
}
