package ma.balagh.dispatch.road;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.balagh.dispatch.Timestamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Travel times by road where there are roads, and along the straight line elsewhere. */
@ApplicationScoped
class TravelTimeService implements TravelTimes {

    private static final Logger LOG = LoggerFactory.getLogger(TravelTimeService.class);

    private final AtomicBoolean saidElsewhere = new AtomicBoolean();
    private final RoadGraphLifecycle roads;
    private final ClosedRoadIndex closed;
    private final Timestamps moments;
    private final StraightLineCalculator straightLine;
    private final RoadTimeCalculator byRoad;

    TravelTimeService(RoadConfig config, RoadGraphLifecycle roads, ClosedRoadIndex closed, Timestamps moments) {
        this.roads = roads;
        this.closed = closed;
        this.moments = moments;
        this.straightLine = new StraightLineCalculator(config);
        this.byRoad = new RoadTimeCalculator(config, straightLine);
    }

    @Override
    public List<TravelTime> to(GeoPoint destination, List<TravelStart> starts) {
        return roads.graph()
                .map(graph -> byRoad(destination, starts, graph))
                .orElseGet(() -> straightLine.to(destination, starts));
    }

    @Override
    public double farthestWithin(double seconds) {
        double alongRoads = roads.graph()
                .map(graph -> byRoad.farthestWithin(seconds, graph))
                .orElse(0.0);
        return Math.max(alongRoads, straightLine.farthestWithin(seconds));
    }

    @Override
    public Roads roadsTo(GeoPoint destination) {
        if (!roads.isConfigured()) {
            return Roads.NOT_CONFIGURED;
        }
        return roads.graph()
                .map(graph -> graph.covers(destination) ? Roads.AROUND : Roads.ELSEWHERE)
                .orElse(Roads.MISSING);
    }

    private List<TravelTime> byRoad(GeoPoint destination, List<TravelStart> starts, RoadGraph graph) {
        if (!graph.covers(destination) && !saidElsewhere.getAndSet(true)) {
            LOG.atWarn()
                    .addKeyValue("covered", graph.bounds())
                    .log("An incident lies outside of the extract of the roads: is it of another country?");
        }
        return byRoad.to(destination, starts, graph, closed.edges(graph, moments.now()));
    }
}
