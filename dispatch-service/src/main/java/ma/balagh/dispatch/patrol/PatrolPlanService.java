package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.dispatch.blackspot.SpotPlaceService;
import ma.balagh.dispatch.patrol.PatrolPlanEntry.Kind;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Violation;

/** The use cases of patrol plans. */
@ApplicationScoped
class PatrolPlanService {

    private static final int MOST_ENTRIES = 200;
    private static final Duration FURTHEST = Duration.ofDays(31);

    private final PatrolPlanRepository plans;
    private final PatrolVisitRepository visits;
    private final PatrolPlanEntryRepository entries;
    private final PatrolSpotSelector spots;
    private final PatrolRosterService roster;
    private final PatrolConfig config;
    private final Timestamps moments;
    private final SecureRandom random = new SecureRandom();

    PatrolPlanService(
            PatrolPlanRepository plans,
            PatrolVisitRepository visits,
            PatrolPlanEntryRepository entries,
            SpotPlaceService places,
            PatrolRosterService roster,
            PatrolConfig config,
            Timestamps moments) {
        this.plans = plans;
        this.visits = visits;
        this.entries = entries;
        this.spots = new PatrolSpotSelector(places, config);
        this.roster = roster;
        this.config = config;
        this.moments = moments;
    }

    /** A plan that is computed from now on. */
    @Transactional
    PatrolPlan make(MakePatrolPlan command, Jurisdictions own, String by) {
        var now = moments.now();
        if (!own.covers(command.jurisdiction())) {
            throw CommonProblem.invalid(Violation.notYourJurisdiction("jurisdiction"));
        }
        requirePlausible(command, now);
        long seed = command.seed() == null ? random.nextLong() : command.seed();
        var from = latest(command.from(), now).truncatedTo(ChronoUnit.SECONDS);
        var rostered = roster.rostered(command, from, now, seed);
        var chosen = spots.select(command, from, rostered);
        var plan = PatrolPlan.make(IdGenerator.next(), command, seed, chosen, rostered, by, now);
        plans.persistAndFlush(plan);
        entries.add(plan.id(), new PatrolPlanEntry(Kind.MADE, now, by, 0));
        return plan;
    }

    private void requirePlausible(MakePatrolPlan command, Instant now) {
        if (!command.to().isAfter(now)) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie ahead"));
        }
        if (!command.to().isAfter(command.from())) {
            throw CommonProblem.invalid(Violation.tooEarly("to", "must lie after the beginning"));
        }
        if (command.to().isAfter(command.from().plus(config.longest()))) {
            throw CommonProblem.invalid(
                    Violation.unfitting("to", "must lie at most %s after the beginning".formatted(config.longest())));
        }
        if (command.from().isAfter(now.plus(FURTHEST))) {
            throw CommonProblem.invalid(Violation.unfitting("from", "must lie within a month"));
        }
        int place = 0;
        for (var secured : command.securedPlaces()) {
            if (secured.from().isBefore(command.from())
                    || secured.to().isAfter(command.to())
                    || secured.to()
                            .isBefore(latest(secured.from(), now).plus(Duration.ofMinutes(config.mostMinutes())))) {
                throw CommonProblem.invalid(Violation.unfitting(
                        "places[%d].to".formatted(place), "leaves no time for a visit within the plan"));
            }
            place++;
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** @param precondition refuses when the caller has read another version */
    @Transactional
    PatrolPlan approve(UUID id, Jurisdictions own, String by, Consumer<PatrolPlan> precondition) {
        var plan = lock(id, own);
        precondition.accept(plan);
        var now = moments.now();
        plan.requireApprovable(now);
        // Before anything is written: the database takes the units together with the approval.
        roster.requireFree(plan);
        plan.approve(by, now);
        visits.of(id).forEach(visit -> visit.approve(now));
        plans.flush();
        entries.add(id, new PatrolPlanEntry(Kind.APPROVED, now, by, 0));
        return plan;
    }

    /** Units do not go by it any more; visits that run end. It may be repaired meanwhile: no version is asked for. */
    @Transactional
    PatrolPlan withdraw(UUID id, String reason, Jurisdictions own, String by) {
        var plan = lock(id, own);
        var now = moments.now();
        plan.withdraw(reason.strip(), by, now);
        boolean gone = plan.approvedAt() != null;
        var planned = visits.of(id);
        planned.forEach(visit -> visit.withdraw(gone, now));
        plans.flush();
        int changed = (int) planned.stream().filter(PatrolVisit::isWithdrawn).count();
        entries.add(id, new PatrolPlanEntry(Kind.WITHDRAWN, now, by, changed));
        return plan;
    }

    /** A plan with the version that it has. */
    record ReadPlan(PatrolPlanView view, long version) {}

    /** As the interface shows it, at one moment. */
    @Transactional
    ReadPlan read(UUID id) {
        var plan = find(id);
        return new ReadPlan(PatrolPlanView.of(plan, visits.shown(id), entries.of(id, MOST_ENTRIES)), plan.version());
    }

    /** What its places were to get, and what they got. */
    @Transactional
    PatrolDosageView dosage(UUID id) {
        var plan = find(id);
        return PatrolDosageView.of(plan, visits.shown(id));
    }

    private PatrolPlan lock(UUID id, Jurisdictions own) {
        return plans.lock(id).filter(found -> own.covers(found.jurisdiction())).orElseThrow(PatrolPlanService::missing);
    }

    private PatrolPlan find(UUID id) {
        return plans.findByIdOptional(id).orElseThrow(PatrolPlanService::missing);
    }

    private static RuntimeException missing() {
        return CommonProblem.notFound("the patrol plan");
    }
}
