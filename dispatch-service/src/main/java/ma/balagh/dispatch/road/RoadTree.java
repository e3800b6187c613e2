package ma.balagh.dispatch.road;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.Graph;
import org.jspecify.annotations.Nullable;

/**
 * The quickest ways from many junctions to one: a single search against the direction of travel (E. W. Dijkstra, A Note
 * on Two Problems in Connexion with Graphs, 1959), done by GraphHopper. It ends when all wanted junctions are reached.
 */
final class RoadTree extends ShortestPathTree {

    private final IntHashSet wanted;
    private final int mostJunctions;
    private final IntObjectHashMap<IsoLabel> reached = new IntObjectHashMap<>();

    private RoadTree(Graph graph, Weighting weighting, IntHashSet wanted, int mostJunctions) {
        super(graph, weighting, true, TraversalMode.NODE_BASED);
        this.wanted = wanted;
        this.mostJunctions = mostJunctions;
        setWeightLimit(Double.MAX_VALUE);
    }

    /**
     * @param wanted the junctions that are asked for; emptied by the search
     * @param mostJunctions after so many the search ends, whatever is missing
     */
    static RoadTree towards(int destination, Graph graph, Weighting weighting, IntHashSet wanted, int mostJunctions) {
        var tree = new RoadTree(graph, weighting, wanted, mostJunctions);
        tree.search(destination, tree::reach);
        return tree;
    }

    private void reach(IsoLabel label) {
        if (wanted.remove(label.node)) {
            reached.put(label.node, label);
        }
    }

    @Override
    protected boolean finished() {
        return wanted.isEmpty() || getVisitedNodes() >= mostJunctions || super.finished();
    }

    /** Weight and distance of the quickest way from there; null where none was found. */
    @Nullable
    IsoLabel from(int junction) {
        return reached.get(junction);
    }
}
