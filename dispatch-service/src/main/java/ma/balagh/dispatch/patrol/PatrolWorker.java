package ma.balagh.dispatch.patrol;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.dispatch.road.TravelTimes;
import ma.balagh.taskqueue.TaskHandler;

/** Computes plans, and repairs those whose units changed or should have. It reads and writes in transactions; between them there is none. */
@ApplicationScoped
class PatrolWorker implements TaskHandler<PatrolTask> {

    private final PatrolRunService runs;
    private final VisitRequestFactory requests;
    private final NextLookCalculator looks;
    private final PatrolPlanCalculator whole;
    private final PatrolPlanCalculator quick;

    PatrolWorker(PatrolRunService runs, PatrolConfig config, TravelTimes times) {
        this.runs = runs;
        this.requests = new VisitRequestFactory(config, times);
        this.looks = new NextLookCalculator(config);
        this.whole = new PatrolPlanCalculator(new SearchLimit(config.search(), config.unimproved(), null));
        this.quick = new PatrolPlanCalculator(new SearchLimit(config.repair(), null, null));
    }

    @Override
    public void work(PatrolTask task) {
        var inputs = runs.inputs(task);
        if (inputs.state() == PatrolPlanState.SOLVING) {
            var requested = requests.all(task.planId(), inputs);
            var solved = whole.solve(requested.requests());
            runs.propose(task, requested, solved, whole.reasons(solved));
        } else if (inputs.state() == PatrolPlanState.APPROVED && requests.needsRepair(inputs)) {
            var requested = requests.repair(task.planId(), inputs);
            var solved = quick.solve(requested.requests());
            runs.repair(task, requested, solved, quick.reasons(solved), looks.next(inputs, solved));
        } else {
            runs.keep(task, inputs.state() == PatrolPlanState.APPROVED ? looks.next(inputs) : null);
        }
    }

    @Override
    public void giveUp(PatrolTask task) {
        runs.giveUp(task);
    }
}
