package ma.balagh.dispatch.patrol;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.balagh.contracts.IdGenerator;

/**
 * Plans evenings of a made-up city as the service does, beside giving each drawn visit to the first unit that has time, and
 * drives them with ways that take other times than planned. Fails where a bar is missed.
 */
final class PatrolBenchmark {

    private static final UUID PLAN = IdGenerator.next();
    private static final double SPREAD_OF_WAYS = 0.25;
    private static final double SECONDS = 1e9;
    private static final double MINUTE = 60;
    private static final double LONGEST_SEARCH = 30;
    private static final double LONGEST_REPAIR = 2;
    private static final double LARGEST_ERROR = 0.1;
    private static final int REPAIRS = 5;

    private final PrintStream out;
    private final PatrolConfig config = new SmallRyeConfigBuilder()
            .addSystemSources()
            .withMapping(PatrolConfig.class)
            .build()
            .getConfigMapping(PatrolConfig.class);
    private final VisitRequestFactory requests = new VisitRequestFactory(config, PatrolledTownGenerator.TIMES);
    private final PatrolPlanCalculator whole =
            new PatrolPlanCalculator(new SearchLimit(config.search(), config.unimproved(), null));
    private final PatrolPlanCalculator quick = new PatrolPlanCalculator(new SearchLimit(config.repair(), null, null));

    private PatrolBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        var seeds = args.length == 0
                ? List.of(1L, 2L, 3L)
                : List.of(args).stream().map(Long::valueOf).toList();
        System.exit(new PatrolBenchmark(System.out).run(seeds) ? 0 : 1);
    }

    private boolean run(List<Long> seeds) {
        out.println(
                "20 units, 60 places, 8 hours. Dosage error: minutes that places get too few or too many, of all wanted.");
        out.println();
        out.println("| seed | plan | s | rules broken | visits | not planned | way per visit, min | dosage error"
                + " | distance from even beginnings | longest of 5 repairs, s |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        boolean kept = true;
        for (long seed : seeds) {
            kept &= print(seed);
        }
        out.printf("%nBars (30 s, no rule broken, 10 %%, 2 s): %s.%n", kept ? "kept" : "missed");
        return kept;
    }

    private boolean print(long seed) {
        var inputs = new PatrolledTownGenerator(seed, config).evening(seed);
        var naive = requests.all(PLAN, inputs);
        long began = System.nanoTime();
        var first = new VisitPlan(firstFitting(naive.requests()));
        print(seed, "first fitting", began, naive, first, seed, "");
        var requested = requests.all(PLAN, inputs);
        began = System.nanoTime();
        var solved = whole.solve(requested.requests());
        double took = (System.nanoTime() - began) / SECONDS;
        double repair = longestRepair(inputs, requested, solved, seed);
        double error = print(seed, "ours", began, requested, solved, seed, number(repair));
        return took <= LONGEST_SEARCH
                && solved.score().hardScore() == 0
                && error <= LARGEST_ERROR
                && repair <= LONGEST_REPAIR;
    }

    /** In the order of the places; each visit takes the first slot that goes with those before. */
    private static List<VisitRequest> firstFitting(List<VisitRequest> wanted) {
        var given = new ArrayList<VisitRequest>();
        for (var visit : wanted) {
            var fitting = visit.getSlots().stream()
                    .map(slot -> VisitRequest.fixedAt(visit, slot))
                    .filter(chosen -> given.stream().noneMatch(other -> chosen.conflictsWith(other)))
                    .findFirst();
            given.add(fitting.orElse(visit));
        }
        return given;
    }

    private double print(
            long seed, String name, long began, RequestedVisits requested, VisitPlan plan, long noise, String repair) {
        double took = (System.nanoTime() - began) / SECONDS;
        var planned = plan.visits().stream().filter(VisitRequest::isPlanned).toList();
        double error = dosageError(requested, plan, noise);
        out.println("| %d | %s | %s | %d | %d | %d | %s | %s | %s | %s |"
                .formatted(
                        seed,
                        name,
                        number(took),
                        conflicts(planned),
                        plan.visits().size(),
                        plan.visits().size() - planned.size(),
                        number(ways(planned) / MINUTE / planned.size()),
                        number(error),
                        number(distanceFromEven(planned)),
                        repair));
        return error;
    }

    private static long conflicts(List<VisitRequest> planned) {
        long found = 0;
        for (int one = 0; one < planned.size(); one++) {
            for (int other = one + 1; other < planned.size(); other++) {
                found += planned.get(one).conflictsWith(planned.get(other)) ? 1 : 0;
            }
        }
        return found;
    }

    private static List<List<VisitRequest>> byUnit(List<VisitRequest> planned) {
        return planned.stream()
                .sorted(Comparator.comparingLong(VisitRequest::from))
                .collect(Collectors.groupingBy(visit -> visit.unit().number()))
                .values()
                .stream()
                .toList();
    }

    private static double ways(List<VisitRequest> planned) {
        double seconds = 0;
        for (var own : byUnit(planned)) {
            seconds += own.getFirst().travelFromStart();
            for (int next = 1; next < own.size(); next++) {
                seconds += own.get(next).travelFrom(own.get(next - 1));
            }
        }
        return seconds;
    }

    /** Units set out when the plan says, arrive early or late, and leave when the visit is over. */
    private double dosageError(RequestedVisits requested, VisitPlan plan, long noise) {
        var random = new Random(noise);
        var wanted = new HashMap<Integer, Double>();
        requested.fresh().forEach(visit -> wanted.merge(visit.spot(), (double) visit.minutes(), Double::sum));
        var delivered = new HashMap<Integer, Double>();
        for (var own :
                byUnit(plan.visits().stream().filter(VisitRequest::isPlanned).toList())) {
            VisitRequest before = null;
            for (var visit : own) {
                long way = before == null ? visit.travelFromStart() : visit.travelFrom(before);
                long taken = Math.round(way / config.reserve() * Math.exp(SPREAD_OF_WAYS * random.nextGaussian()));
                long free =
                        before == null ? visit.unit().from() : before.planned().to();
                long arrived = Math.max(visit.from(), Math.max(visit.from() - way, free) + taken);
                double minutes = Math.max(0, visit.planned().to() - arrived) / MINUTE;
                delivered.merge(visit.spot().number(), minutes, Double::sum);
                before = visit;
            }
        }
        double apart = wanted.entrySet().stream()
                .mapToDouble(spot -> Math.abs(spot.getValue() - delivered.getOrDefault(spot.getKey(), 0.0)))
                .sum();
        return apart / wanted.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Kolmogorov's: 0 where each minute is as likely as any other. */
    private static double distanceFromEven(List<VisitRequest> planned) {
        double last = Duration.between(PatrolledTownGenerator.FROM, PatrolledTownGenerator.TO)
                        .toSeconds()
                - 13 * MINUTE;
        var begins = planned.stream()
                .mapToDouble(visit -> visit.from() - PatrolledTownGenerator.FROM.getEpochSecond())
                .sorted()
                .toArray();
        double largest = 0;
        for (int rank = 0; rank < begins.length; rank++) {
            largest = Math.max(largest, Math.abs((rank + 0.5) / begins.length - Math.min(1, begins[rank] / last)));
        }
        return largest;
    }

    /** One unit after the other is called away, an hour apart. */
    private double longestRepair(PlanInputs inputs, RequestedVisits requested, VisitPlan solved, long seed) {
        double longest = 0;
        var away = new HashSet<UUID>();
        var random = new Random(seed);
        for (int repair = 1; repair <= REPAIRS; repair++) {
            var now = PatrolledTownGenerator.FROM.plus(Duration.ofHours(repair));
            away.clear();
            away.add(inputs.units().get(random.nextInt(inputs.units().size())).unitId());
            var approved = approved(inputs, requested, solved, now, away);
            long began = System.nanoTime();
            quick.solve(requests.repair(PLAN, approved).requests());
            longest = Math.max(longest, (System.nanoTime() - began) / SECONDS);
        }
        return longest;
    }

    private static PlanInputs approved(
            PlanInputs inputs, RequestedVisits requested, VisitPlan solved, Instant now, Set<UUID> away) {
        var byId = requested.fresh().stream().collect(Collectors.toMap(PatrolVisit::id, visit -> visit));
        for (var request : solved.visits()) {
            var slot = request.slot();
            var visit = byId.get(request.id());
            if (slot != null && visit != null) {
                visit.assign(slot, 0, List.of());
            }
        }
        return new PlanInputs(
                PatrolPlanState.APPROVED,
                inputs.seed(),
                now,
                inputs.spots(),
                inputs.units(),
                List.copyOf(byId.values()),
                Set.copyOf(away),
                inputs.starts());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
