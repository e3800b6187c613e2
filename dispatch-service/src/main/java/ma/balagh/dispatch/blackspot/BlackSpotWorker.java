package ma.balagh.dispatch.blackspot;

import jakarta.enterprise.context.ApplicationScoped;
import ma.balagh.taskqueue.TaskHandler;
import org.jboss.logging.Logger;

/** Computes the maps that are due. Incidents are read and the map is written in transactions; between them there is none. */
@ApplicationScoped
class BlackSpotWorker implements TaskHandler<BlackSpotTask> {

    private static final Logger LOG = Logger.getLogger(BlackSpotWorker.class);

    private final BlackSpotMapService maps;
    private final BlackSpotCalculator calculator;

    BlackSpotWorker(BlackSpotMapService maps, CellIndex cells, BlackSpotConfig config) {
        this.maps = maps;
        this.calculator = new BlackSpotCalculator(cells, config);
    }

    @Override
    public void work(BlackSpotTask task) {
        var inputs = maps.inputs(task.territory());
        if (inputs.isKnown()) {
            maps.keep(task, inputs);
            return;
        }
        var map = calculator.compute(inputs.incidents(), inputs.asOf());
        maps.publish(task, inputs, map);
    }

    /** Workers died over it: the map that is there stays for a day. */
    @Override
    public void giveUp(BlackSpotTask task) {
        LOG.errorf("black spots are not computed, territory=%s", task.territory());
        maps.keep(task, maps.inputs(task.territory()));
    }
}
