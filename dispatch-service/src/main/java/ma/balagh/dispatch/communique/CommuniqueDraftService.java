package ma.balagh.dispatch.communique;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.incident.IncidentQueryService;
import ma.balagh.dispatch.incident.PublishableIncident;
import ma.balagh.dispatch.personaldata.KnownDetails;
import ma.balagh.dispatch.personaldata.PersonalDataChecker;
import ma.balagh.dispatch.personaldata.PersonalDataFinding;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Writes drafts from what stands: incidents that ended and whose verdict was not withdrawn, and figures that are published.
 * Inquiries are no incidents, and nothing here reads them.
 */
@ApplicationScoped
class CommuniqueDraftService {

    /** How old incidents may be of which a communiqué may tell without naming them. */
    private static final Duration AROUND = Duration.ofDays(90);

    private final IncidentQueryService incidents;
    private final PublishedFiguresReader figures;
    private final CommuniqueTemplateRenderer templates;
    private final PersonalDataChecker checker;
    private final Timestamps moments;

    CommuniqueDraftService(
            IncidentQueryService incidents,
            PublishedFiguresReader figures,
            CommuniqueTemplateRenderer templates,
            PersonalDataChecker checker,
            Timestamps moments) {
        this.incidents = incidents;
        this.figures = figures;
        this.templates = templates;
        this.checker = checker;
        this.moments = moments;
    }

    /** @param corrected what it takes the place of: its texts are begun with */
    CommuniqueDraft draft(WriteCommunique command, Jurisdictions own, @Nullable Communique corrected) {
        requireFitting(command, own);
        var texts = command.texts();
        if (texts == null) {
            texts = corrected == null
                    ? fromTemplate(command)
                    : templates.correcting(corrected.texts(), Objects.requireNonNull(corrected.publishedAt()));
        }
        return written(command, texts);
    }

    CommuniqueDraft rewritten(WriteCommunique command, Jurisdictions own) {
        requireFitting(command, own);
        var texts = command.texts();
        if (texts == null) {
            throw CommonProblem.invalid(Violation.required("texts", "must not be absent"));
        }
        return written(command, texts);
    }

    private CommuniqueDraft written(WriteCommunique command, CommuniqueTexts texts) {
        if (command.kind() == CommuniqueKind.CASE) {
            ended(command.incidents());
        } else {
            command.incidents().forEach(this::known);
        }
        return new CommuniqueDraft(
                command.jurisdiction(),
                command.kind(),
                texts,
                command.incidents(),
                command.alert(),
                command.embargoUntil());
    }

    private void requireFitting(WriteCommunique command, Jurisdictions own) {
        if (!own.covers(command.jurisdiction())) {
            throw CommonProblem.invalid(Violation.notYourJurisdiction("jurisdiction"));
        }
        if ((command.alert() != null) != (command.kind() == CommuniqueKind.ALERT)) {
            throw CommonProblem.invalid(Violation.unfitting("alert", "goes with the kind ALERT"));
        }
        if (command.kind() == CommuniqueKind.CASE && command.incidents().isEmpty()) {
            throw CommonProblem.invalid(Violation.required("incidentIds", "a case needs its incidents"));
        }
    }

    private CommuniqueTexts fromTemplate(WriteCommunique command) {
        return switch (command.kind()) {
            case CASE -> templates.ofIncidents(ended(command.incidents()));
            case FIGURES ->
                templates.ofFigures(
                        command.jurisdiction(), figures.read(command.jurisdiction(), command.from(), command.to()));
            case STATEMENT, ALERT -> templates.empty(command.kind(), command.jurisdiction());
        };
    }

    private List<PublishableIncident> ended(List<UUID> ids) {
        var found = ids.stream().map(this::known).toList();
        if (!found.stream().allMatch(CommuniqueDraftService::isSettled)) {
            throw DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because(
                    "only incidents that ended, and whose verdict stands, are told of");
        }
        return found;
    }

    private static boolean isSettled(PublishableIncident incident) {
        return incident.outcome() != null && incident.verdictStands();
    }

    private PublishableIncident known(UUID id) {
        return incidents
                .publishable(id)
                .orElseThrow(() -> CommonProblem.invalid(
                        Violation.unfitting("incidentIds", "must be incidents that you may see")));
    }

    /**
     * Also for the end of the transaction: an incident's verdict is not withdrawn meanwhile.
     *
     * @throws ma.balagh.http.ProblemException 409 when an incident is not settled any more, or the caller does not see it: the
     *     check would not find what its records say
     */
    void requireFactsStand(Communique communique) {
        var ids = communique.incidentIds();
        if (incidents.hold(ids) < Set.copyOf(ids).size()) {
            throw DispatchProblem.COMMUNIQUE_OUT_OF_TURN.because("who approves it has to see each of its incidents");
        }
        if (communique.kind() == CommuniqueKind.CASE) {
            ended(ids);
        }
    }

    /** The same before and after the approval, so that what somebody answered for is found again. */
    List<PersonalDataFinding> check(Communique communique) {
        var approved = communique.approved();
        return check(
                communique.texts().byLanguage(),
                communique.incidentIds(),
                incidents.accounts(
                        communique.jurisdiction(),
                        communique.edited().at().minus(AROUND),
                        approved == null ? moments.now() : approved.at()));
    }

    List<PersonalDataFinding> check(Map<String, String> texts, List<UUID> incidentIds) {
        var now = moments.now();
        return check(texts, incidentIds, incidents.accounts(null, now.minus(AROUND), now));
    }

    /**
     * What the records of the incidents say is looked for, too, and names of people in what was written about others, as far
     * as the caller may see them.
     */
    private List<PersonalDataFinding> check(Map<String, String> texts, List<UUID> incidentIds, List<String> around) {
        var known = incidentIds.stream()
                .flatMap(id -> incidents.publishable(id).stream())
                .toList();
        return checker.check(
                texts,
                new KnownDetails(
                        known.stream()
                                .flatMap(incident -> incident.details().stream())
                                .toList(),
                        known.stream()
                                .flatMap(incident -> incident.accounts().stream())
                                .toList(),
                        around));
    }
}
