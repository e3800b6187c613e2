package ma.balagh.dispatch.road;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.BitSet;

/**
 * Weighs a road by the seconds that one mode needs along it, in one direction; a road that the mode may not use, or that
 * is closed, weighs infinitely much. Turns cost nothing.
 *
 * @param speed in km/h
 * @param closed ids of edges, never changed
 */
record RoadWeighting(BooleanEncodedValue access, DecimalEncodedValue speed, BitSet closed) implements Weighting {

    private static final double METRES_PER_SECOND = 3.6;

    static RoadWeighting of(EncodedValueLookup values, RoadMode mode, BitSet closed) {
        return new RoadWeighting(
                values.getBooleanEncodedValue(VehicleAccess.key(mode.vehicle())),
                values.getDecimalEncodedValue(VehicleSpeed.key(mode.vehicle())),
                closed);
    }

    /** Seconds for each metre; infinite where it cannot be used. */
    double pace(EdgeIteratorState edge, boolean reverse) {
        boolean isOpen = reverse ? edge.getReverse(access) : edge.get(access);
        double kilometresPerHour = reverse ? edge.getReverse(speed) : edge.get(speed);
        return isOpen && kilometresPerHour > 0 && !closed.get(edge.getEdge())
                ? METRES_PER_SECOND / kilometresPerHour
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public double calcMinWeightPerDistance() {
        return METRES_PER_SECOND / speed.getMaxOrMaxStorableDecimal();
    }

    @Override
    public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
        double pace = pace(edge, reverse);
        return Double.isInfinite(pace) ? pace : edge.getDistance() * pace;
    }

    @Override
    public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
        return Math.round(1000 * calcEdgeWeight(edge, reverse));
    }

    @Override
    public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
        return 0;
    }

    @Override
    public boolean hasTurnCosts() {
        return false;
    }

    @Override
    public String getName() {
        return "road";
    }
}
