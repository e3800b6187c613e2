package ma.balagh.dispatch.referral;

import static ma.balagh.pdf.PdfPageWriter.code;
import static ma.balagh.pdf.PdfPageWriter.words;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.dispatch.incident.OutcomeStatement;
import ma.balagh.dispatch.incident.TimelineEntry;
import ma.balagh.dispatch.rights.ArrestedPerson;
import ma.balagh.pdf.PdfPageWriter;
import ma.balagh.pdf.PdfPageWriter.Fact;
import ma.balagh.pdf.PdfPageWriter.Value;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Writes the timeline for people: PDF/A-1b (ISO 19005-1), which an archive still reads when this suite is gone. */
final class TimelinePdfWriter {

    private static final float MARGIN = 42f;

    private final TimelineDocument timeline;
    private final TimelineTexts texts;
    private final Instant at;

    TimelinePdfWriter(TimelineDocument timeline, TimelineTexts texts, Instant at) {
        this.timeline = timeline;
        this.texts = texts;
        this.at = at;
    }

    void write(Path file) throws IOException {
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            var writer = PdfWriter.getInstance(document, out);
            writer.setPDFXConformance(PdfWriter.PDFA1B);
            document.addTitle(texts.of("title") + " " + timeline.incidentId());
            document.addCreator("Balagh");
            writer.getExtraCatalog().put(PdfName.LANG, new PdfString(texts.language()));
            document.open();
            blackOnWhite(writer);
            var sheet = new PdfPageWriter(document, writer, texts.isRightToLeft());
            facts(sheet);
            course(sheet);
            outcome(sheet);
            rights(sheet);
            writer.createXmpMetadata();
            document.close();
        }
    }

    /** What the only colour of the document means. */
    private static void blackOnWhite(PdfWriter writer) throws IOException {
        var profile = new PdfStream(GrayProfileBuilder.profile());
        profile.put(PdfName.N, new PdfNumber(1));
        var intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("Gray gamma 2.2"));
        intent.put(PdfName.INFO, new PdfString("Gray gamma 2.2"));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
    }

    private void facts(PdfPageWriter sheet) {
        sheet.title(texts.of("title"));
        sheet.facts(List.of(
                code(texts.of("incident"), timeline.incidentId().toString()),
                code(texts.of("dossier"), timeline.dossierId().toString()),
                code(texts.of("jurisdiction"), timeline.jurisdiction()),
                code(texts.of("severity"), Integer.toString(timeline.severity())),
                words(texts.of("place"), texts.orNone(timeline.place())),
                code(texts.of("occurred"), texts.time(timeline.occurredAt())),
                code(texts.of("opened"), texts.time(timeline.openedAt())),
                code(texts.of("printed"), texts.time(at))));
    }

    private void course(PdfPageWriter sheet) {
        sheet.heading(texts.of("course"));
        sheet.rows(
                new float[] {4, 4, 3, 3, 5},
                List.of(texts.of("time"), texts.of("what"), texts.of("unit"), texts.of("by"), texts.of("note")),
                timeline.timeline().stream()
                        .<List<Value>>map(entry -> List.of(
                                new Value.Code(texts.time(entry.at())),
                                new Value.Words(what(entry)),
                                new Value.Code(texts.orNone(entry.callSign())),
                                new Value.Words(entry.by()),
                                new Value.Words(texts.orNone(note(entry)))))
                        .toList());
    }

    private String what(TimelineEntry entry) {
        var what = texts.named("entry", entry.kind());
        return entry.recordedAt() == null ? what : what + "\n" + texts.of("recorded", texts.time(entry.recordedAt()));
    }

    private @Nullable String note(TimelineEntry entry) {
        var told = entry.rights();
        if (told == null) {
            return entry.note();
        }
        var what = told.duty() == null
                ? texts.of(Boolean.TRUE.equals(told.minor()) ? "age.minor" : "age.adult")
                : texts.named("duty", told.duty());
        var undone = Boolean.FALSE.equals(told.done()) ? " " + texts.of("undone") : "";
        var why = entry.note() == null ? "" : " (" + entry.note() + ")";
        return texts.of("person", told.person()) + ": " + what + undone + why;
    }

    private void outcome(PdfPageWriter sheet) {
        sheet.heading(texts.of("outcome"));
        if (timeline.outcomeStatements().isEmpty()) {
            sheet.text(texts.of("outcome.none"));
        }
        for (var statement : timeline.outcomeStatements()) {
            var facts = new ArrayList<Fact>();
            facts.add(words(texts.named("kind", statement.kind()), texts.of("persons", statement.persons())));
            facts.add(code(texts.of("time"), texts.time(statement.at()) + " " + statement.by()));
            facts.add(words(texts.of("note"), texts.orNone(statement.note())));
            if (statement.reason() != null) {
                facts.add(words(texts.of("reason"), statement.reason()));
            }
            facts.addAll(details(statement));
            sheet.facts(facts);
        }
        var referral = timeline.referral();
        if (referral != null) {
            sheet.facts(List.of(
                    words(texts.of("court"), referral.court()),
                    code(texts.of("reference"), referral.reference()),
                    code(texts.of("referred"), texts.time(referral.at()))));
        }
    }

    private List<Fact> details(OutcomeStatement statement) {
        var seized = statement.details().seized().stream()
                .map(each -> words(texts.named("seized", each.kind()), each.description() + " × " + each.count()));
        var injured = statement.details().injured().stream()
                .map(each -> code(texts.named("injured", each.role()), Integer.toString(each.count())));
        var arrests = statement.details().arrests().stream()
                .map(each -> code(texts.of("person", each.person()), each.reference()));
        return Stream.of(seized, injured, arrests).flatMap(facts -> facts).toList();
    }

    private void rights(PdfPageWriter sheet) {
        sheet.heading(texts.of("rights"));
        if (timeline.rights().persons().isEmpty()) {
            sheet.text(texts.of("rights.nobody"));
        }
        for (var person : timeline.rights().persons()) {
            sheet.text(texts.of("person", person.person()) + (person.minor() ? " " + texts.of("minor") : ""));
            sheet.rows(
                    new float[] {4, 4, 3}, List.of(texts.of("what"), texts.of("time"), texts.of("by")), duties(person));
            if (!person.missing().isEmpty()) {
                sheet.text(texts.of("missing") + " "
                        + person.missing().stream()
                                .map(duty -> texts.named("duty", duty))
                                .collect(Collectors.joining(texts.of("separator"))));
            }
        }
    }

    private List<List<Value>> duties(ArrestedPerson person) {
        return person.duties().stream()
                .<List<Value>>map(done -> List.of(
                        new Value.Words(texts.named("duty", done.duty())),
                        new Value.Code(texts.time(done.at())),
                        new Value.Words(done.by())))
                .toList();
    }
}
