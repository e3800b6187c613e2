package ma.balagh.analysis.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.balagh.analysis.dossier.Compartment;
import ma.balagh.analysis.dossier.DossierVisibility;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.examination.ExaminationView.RectangleView;
import ma.balagh.analysis.examination.ExaminationView.SpanView;
import ma.balagh.analysis.examination.KnownMedia.Entry;
import ma.balagh.analysis.examination.KnownMedia.Kind;
import ma.balagh.analysis.examination.MatchExcerpt;
import ma.balagh.analysis.footage.AlterationKind;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.analysis.footage.MomentsReason;
import ma.balagh.analysis.footage.PictureAlignment;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known footage in a medium, as far as the caller may see it. Partners learn what is fiction, foreign or
 * harmless in their jurisdictions, but never of which evidence it is known.
 */
@ApplicationScoped
class KnownFootageSearchService {

    private final KnownFootageService bank;
    private final EphemeralMediaMatcher room;
    private final Caller caller;

    KnownFootageSearchService(KnownFootageService bank, EphemeralMediaMatcher room, Caller caller) {
        this.bank = bank;
        this.room = room;
        this.caller = caller;
    }

    /** Best first. */
    List<MatchView> of(InputStream medium) {
        boolean isStaff = caller.has(Roles.ANALYST);
        DossierVisibility visibility = isStaff
                ? DossierVisibility.of(caller)
                : new DossierVisibility(caller.jurisdictions(), List.of(Compartment.COMMON), false);
        Map<UUID, KnownFootageView> known = bank.banked(visibility).stream()
                .filter(entry -> isStaff || entry.kind() != Kind.CASE)
                .collect(Collectors.toMap(KnownFootageView::evidenceId, Function.identity()));
        Set<UUID> harmless = bank.harmless();
        Set<UUID> compared = new HashSet<>(harmless);
        compared.addAll(known.keySet());
        List<FootageMatch> matches = room.compared(medium, compared, caller.id());
        // Also what is known as harmless without existing for the caller explains.
        List<MatchExcerpt> explained = matches.stream()
                .filter(match -> harmless.contains(match.evidenceId()))
                .map(KnownFootageSearchService::excerpt)
                .toList();
        return matches.stream()
                .filter(match -> known.containsKey(match.evidenceId()))
                .filter(match ->
                        harmless.contains(match.evidenceId()) || !excerpt(match).isExplainedBy(explained))
                .sorted(Comparator.comparingDouble(FootageMatch::coverage)
                        .thenComparingDouble(FootageMatch::score)
                        .reversed())
                .map(match -> view(match, known.get(match.evidenceId()), isStaff))
                .toList();
    }

    private static MatchExcerpt excerpt(FootageMatch match) {
        PictureAlignment view = match.view();
        return new MatchExcerpt(
                match.spans().stream()
                        .map(span -> new MatchExcerpt.Interval(span.from(), span.to()))
                        .toList(),
                view == null ? null : rectangle(view.inThis()),
                MatchExcerpt.Sense.of(match.kind().name(), List.of()));
    }

    private static MatchView view(FootageMatch match, @Nullable KnownFootageView entry, boolean isStaff) {
        if (entry == null) {
            throw new IllegalStateException("compared with what was not asked for");
        }
        PictureAlignment view = match.view();
        MomentsReason reason = match.reason();
        return new MatchView(
                Counterpart.known(
                        new Entry(entry.id(), entry.kind(), entry.reference(), entry.summary()),
                        isStaff ? entry.evidenceId() : null,
                        isStaff ? entry.dossierId() : null),
                match.kind().name(),
                reason == null ? null : reason.answer(),
                reason,
                match.transformation().name(),
                match.alterations().stream().map(AlterationKind::name).toList(),
                match.speed(),
                match.spans().stream()
                        .map(span -> new SpanView(span.from(), span.to(), span.otherFrom(), span.otherTo()))
                        .toList(),
                match.coverage(),
                match.otherCoverage(),
                match.score(),
                view == null ? null : rectangle(view.inThis()),
                view == null ? null : rectangle(view.inOther()),
                null);
    }

    private static RectangleView rectangle(PictureAlignment.Rectangle rectangle) {
        return new RectangleView(rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom());
    }
}
