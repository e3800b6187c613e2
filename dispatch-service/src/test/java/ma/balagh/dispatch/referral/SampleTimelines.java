package ma.balagh.dispatch.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.dispatch.incident.ArrestDuty;
import ma.balagh.dispatch.incident.ArrestReference;
import ma.balagh.dispatch.incident.InjuredPersons;
import ma.balagh.dispatch.incident.OutcomeDetails;
import ma.balagh.dispatch.incident.OutcomeStatement;
import ma.balagh.dispatch.incident.Referral;
import ma.balagh.dispatch.incident.RightsDetail;
import ma.balagh.dispatch.incident.SeizedObject;
import ma.balagh.dispatch.incident.TimelineEntry;
import ma.balagh.dispatch.rights.ArrestedPerson;
import ma.balagh.dispatch.rights.RightsChecklist;

/** An incident with everything that a timeline can have. */
final class SampleTimelines {

    static final Instant AT = Instant.parse("2026-11-29T10:00:00Z");
    static final UUID EVIDENCE = IdGenerator.next();

    private SampleTimelines() {}

    static TimelineDocument full() {
        var details = new OutcomeDetails(
                List.of(new SeizedObject(SeizedObject.Kind.WEAPON, "سكين مطبخ", 1)),
                List.of(new InjuredPersons(InjuredPersons.Role.VICTIM, 2)),
                List.of(new ArrestReference(1, "PV 120/2026")));
        var person = new ArrestedPerson(
                1,
                true,
                List.of(new ArrestedPerson.DutyDone(ArrestDuty.RIGHTS_READ, AT, "unit-7")),
                List.of(ArrestDuty.GUARDIAN_INFORMED, ArrestDuty.DOCTOR_OFFERED));
        return new TimelineDocument(
                IdGenerator.next(),
                IdGenerator.next(),
                IdGenerator.next(),
                "MA-CAS-ANFA",
                3,
                "ساحة الأمم المتحدة",
                33.5951,
                -7.6187,
                AT,
                AT,
                List.of(
                        new TimelineEntry(TimelineEntry.Kind.OPENED, AT, "balagh", null, null),
                        new TimelineEntry(
                                TimelineEntry.Kind.ON_SCENE,
                                AT,
                                AT.plusSeconds(66),
                                "unit-7",
                                "UNIT-7",
                                "two of them \uD83D\uDE00",
                                null,
                                null),
                        TimelineEntry.rightsTold(
                                AT, "unit-7", null, new RightsDetail(1, null, ArrestDuty.LAWYER_OFFERED, true)),
                        TimelineEntry.rightsTold(AT, "unit-7", "a mix-up", new RightsDetail(1, true, null, null)),
                        new TimelineEntry(TimelineEntry.Kind.RESOLVED, AT, "officer", null, "تم التوقيف\nfin")),
                List.of(
                        new OutcomeStatement(OutcomeKind.ARRESTED, 2, "two", details, null, AT, "officer"),
                        new OutcomeStatement(OutcomeKind.ARRESTED, 1, "one", details, "a witness", AT, "officer")),
                new RightsChecklist(List.of(person), 2, List.of()),
                new Referral("المحكمة الابتدائية", "2026/1", AT));
    }

    static List<EvidenceExhibit> exhibits() {
        return List.of(
                new EvidenceExhibit(EVIDENCE, "ab".repeat(32), 12L, "video/mp4", "2026-11-29T09:00:00.000Z", null),
                new EvidenceExhibit(IdGenerator.next(), "cd".repeat(32), null, null, null, "2026-11-29T09:30:00.000Z"));
    }
}
