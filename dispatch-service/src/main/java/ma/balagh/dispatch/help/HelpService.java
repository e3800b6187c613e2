package ma.balagh.dispatch.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.unit.UnitService;
import ma.balagh.http.Caller;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import org.jspecify.annotations.Nullable;

/** Help between jurisdictions: asked for by the one, granted by the other. Units look up what it allows. */
@ApplicationScoped
class HelpService {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final HelpRequestRepository repository;
    private final UnitService units;
    private final Timestamps moments;

    HelpService(HelpRequestRepository repository, UnitService units, Timestamps moments) {
        this.repository = repository;
        this.units = units;
        this.moments = moments;
    }

    @Transactional
    HelpRequest ask(HelpDescription description, Caller caller) {
        requireSense(description, caller);
        var request = HelpRequest.ask(IdGenerator.next(), description, caller.name(), moments.now());
        repository.persistAndFlush(request);
        return request;
    }

    private void requireSense(HelpDescription description, Caller caller) {
        if (!caller.jurisdictions().covers(description.asking())) {
            throw CommonProblem.invalid(Violation.notYourJurisdiction("asking"));
        }
        if (description.isWithinOne()) {
            throw CommonProblem.invalid(Violation.unfitting("asked", "is the same territory: its units need no help"));
        }
        var now = moments.now();
        if (!description.until().isAfter(now)) {
            throw CommonProblem.invalid(Violation.tooEarly("until", "must lie ahead"));
        }
        if (description.until().isAfter(now.plus(LONGEST))) {
            throw CommonProblem.invalid(
                    Violation.unfitting("until", "must lie within %d days".formatted(LONGEST.toDays())));
        }
    }

    /** @param unitId the one unit that may help; null for all */
    @Transactional
    HelpRequest grant(UUID id, @Nullable UUID unitId, Caller caller, Consumer<HelpRequest> precondition) {
        return change(id, precondition, request -> {
            requireAsked(request, caller);
            if (unitId != null) {
                requireOf(unitId, request.asked());
            }
            request.grant(unitId, caller.name(), moments.now());
        });
    }

    private void requireOf(UUID unitId, String jurisdiction) {
        boolean own = units.find(unitId)
                .filter(unit -> Jurisdictions.of(jurisdiction).covers(unit.jurisdiction()))
                .isPresent();
        if (!own) {
            throw CommonProblem.invalid(Violation.unfitting("unitId", "must be a unit of " + jurisdiction));
        }
    }

    @Transactional
    HelpRequest refuse(UUID id, Caller caller, Consumer<HelpRequest> precondition) {
        return change(id, precondition, request -> {
            requireAsked(request, caller);
            request.refuse(caller.name(), moments.now());
        });
    }

    /** Either side may end it. */
    @Transactional
    HelpRequest end(UUID id, Caller caller, Consumer<HelpRequest> precondition) {
        return change(id, precondition, request -> request.end(caller.name(), moments.now()));
    }

    private HelpRequest change(UUID id, Consumer<HelpRequest> precondition, Consumer<HelpRequest> change) {
        var request = repository.lock(id).orElseThrow(HelpService::notFound);
        precondition.andThen(change).accept(request);
        repository.flush();
        return request;
    }

    private static void requireAsked(HelpRequest request, Caller caller) {
        if (!caller.jurisdictions().covers(request.asked())) {
            throw CommonProblem.FORBIDDEN.because("only " + request.asked() + " answers this");
        }
    }

    static ProblemException notFound() {
        return CommonProblem.notFound("the request for help");
    }
}
