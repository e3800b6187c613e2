package ma.balagh.analysis.expertise;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.analysis.consultation.DossierView;
import ma.balagh.analysis.consultation.EvidenceMatch;
import ma.balagh.analysis.examination.ExaminationView;
import ma.balagh.analysis.examination.ProposedPlace;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.pdf.PdfPageWriter;
import ma.balagh.pdf.PdfPageWriter.Value;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Jpeg;

/** Which seconds show the same recording as which of another medium, through which change; with pictures of both. */
@RegisterForReflection(targets = Jpeg.class, fields = false) // OpenPDF copies a picture by its class
final class MatchSectionWriter {

    /** Pairs of pictures: the best matches are told with them, all others without. */
    private static final int PICTURED = 20;

    private final DossierView dossier;
    private final PdfPageWriter sheet;
    private final ReportTexts texts;
    private final ReportStillReader pictures;

    MatchSectionWriter(DossierView dossier, PdfPageWriter sheet, ReportTexts texts, ReportStillReader pictures) {
        this.dossier = dossier;
        this.sheet = sheet;
        this.texts = texts;
        this.pictures = pictures;
    }

    void write() throws IOException {
        sheet.heading(texts.of("matches"));
        sheet.small(texts.of("matches.meaning"));
        if (dossier.matches().isEmpty()) {
            sheet.text(texts.of("matches.none"));
        }
        int written = 0;
        for (EvidenceMatch match : dossier.matches()) {
            sheet.facts(facts(match));
            if (!FootageMatch.Kind.SAME_SCENE.name().equals(match.kind())) {
                sheet.rows(
                        List.of(texts.of("span.here"), texts.of("span.there")),
                        match.spans().stream().map(this::row).toList());
            }
            if (showsPictures(match) && written++ < PICTURED) {
                sideBySide(match);
            }
        }
    }

    private static boolean showsPictures(EvidenceMatch match) {
        return !FootageMatch.Kind.SHARED_SOUND.name().equals(match.kind());
    }

    private List<PdfPageWriter.Fact> facts(EvidenceMatch match) {
        List<PdfPageWriter.Fact> facts = new ArrayList<>(List.of(
                PdfPageWriter.code(texts.of("evidence.id"), match.evidenceId().toString()),
                PdfPageWriter.words(
                        texts.of("match.with"),
                        texts.named("counterpart", match.with().kind())),
                PdfPageWriter.code(texts.of("match.other"), match.with().id().toString())));
        ExaminationView.@Nullable KnownView known = match.with().known();
        if (known != null) {
            facts.add(PdfPageWriter.words(texts.of("known.as"), texts.named("known", known.kind())));
            facts.add(PdfPageWriter.words(texts.of("known.reference"), known.reference()));
            facts.add(PdfPageWriter.words(texts.of("known.summary"), known.summary()));
        }
        facts.addAll(List.of(
                PdfPageWriter.code(
                        texts.of("match.dossier"),
                        ReportTexts.orNone(match.with().dossierId())),
                PdfPageWriter.words(texts.of("match.kind"), texts.named("match", match.kind())),
                PdfPageWriter.words(texts.of("match.moments"), texts.named("moments", match.reason())),
                PdfPageWriter.words(texts.of("transformation"), texts.named("transformation", match.transformation())),
                PdfPageWriter.words(texts.of("alterations"), alterations(match.alterations())),
                PdfPageWriter.code(texts.of("speed"), texts.number(match.speed()) + " ×"),
                PdfPageWriter.code(texts.of("coverage"), ReportTexts.percent(match.coverage())),
                PdfPageWriter.code(texts.of("coverage.other"), ReportTexts.percent(match.otherCoverage())),
                PdfPageWriter.code(texts.of("score"), texts.number(match.score()))));
        ProposedPlace place = match.place();
        if (place != null) {
            facts.add(PdfPageWriter.words(
                    texts.of("match.place"), texts.of("match.place." + place.basis(), where(place))));
        }
        return facts;
    }

    private static String where(ProposedPlace place) {
        String position = place.latitude() == null
                ? ""
                : String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
        return Stream.of(String.valueOf(place.place() == null ? "" : place.place()), position)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String alterations(List<String> alterations) {
        return alterations.isEmpty()
                ? ReportTexts.NONE
                : alterations.stream()
                        .map(alteration -> texts.named("alteration", alteration))
                        .collect(Collectors.joining(texts.of("comma") + " "));
    }

    private List<Value> row(ExaminationView.SpanView span) {
        return List.of(seconds(span.from(), span.to()), seconds(span.otherFrom(), span.otherTo()));
    }

    private Value seconds(double from, double to) {
        return new Value.Code(texts.position(from) + " – " + texts.position(to));
    }

    private void sideBySide(EvidenceMatch match) throws IOException {
        if (match.spans().isEmpty()) {
            return;
        }
        ExaminationView.SpanView span = match.spans().getFirst();
        ExaminationView.@Nullable KnownView known = match.with().known();
        @Nullable UUID other = known == null ? match.with().id() : known.evidenceId();
        List<PdfPageWriter.Picture> both = new ArrayList<>();
        picture(match.evidenceId(), (span.from() + span.to()) / 2, "picture.here", both);
        if (other != null) {
            picture(other, (span.otherFrom() + span.otherTo()) / 2, "picture.there", both);
        }
        if (both.size() == 2) {
            sheet.pictures(both);
        } else {
            sheet.small(texts.of("pictures.none"));
        }
    }

    private void picture(UUID evidenceId, double second, String caption, List<PdfPageWriter.Picture> into) {
        pictures.of(evidenceId, second)
                .ifPresent(still -> into.add(
                        new PdfPageWriter.Picture(still.jpeg(), texts.of(caption, texts.position(still.at())))));
    }
}
