package ma.balagh.dispatch.patrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.road.TravelStart;
import ma.balagh.dispatch.road.TravelTimes;

/** How long units need between the places of a plan, in seconds, computed once before anything is planned. */
final class TravelTable {

    private final Map<String, int[][]> byKind = new HashMap<>();
    private final int[][] fromStart;

    private TravelTable(int units, int spots) {
        this.fromStart = new int[units][spots];
    }

    /** @param reserve how many times longer than reckoned ways may take */
    static TravelTable of(List<RosteredUnit> units, List<GeoPoint> spots, TravelTimes times, double reserve) {
        var table = new TravelTable(units.size(), spots.size());
        var kinds = units.stream().map(RosteredUnit::kind).distinct().toList();
        kinds.forEach(kind -> table.byKind.put(kind, new int[spots.size()][spots.size()]));
        var setOut = units.stream().filter(unit -> unit.start() != null).toList();
        for (int to = 0; to < spots.size(); to++) {
            var starts = new ArrayList<TravelStart>();
            kinds.forEach(kind -> spots.forEach(spot -> starts.add(new TravelStart(kind, spot))));
            setOut.forEach(unit -> starts.add(new TravelStart(unit.kind(), placeOf(unit))));
            var answers = times.to(spots.get(to), starts);
            int answer = 0;
            for (var kind : kinds) {
                for (int from = 0; from < spots.size(); from++) {
                    table.between(kind)[from][to] =
                            seconds(reserve * answers.get(answer++).seconds());
                }
            }
            for (var unit : setOut) {
                table.fromStart[unit.number()][to] =
                        seconds(reserve * answers.get(answer++).seconds());
            }
        }
        return table;
    }

    private static GeoPoint placeOf(RosteredUnit unit) {
        var start = unit.start();
        if (start == null) {
            throw new IllegalArgumentException("nobody knows where the unit sets out");
        }
        return start;
    }

    private static int seconds(double exact) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(exact));
    }

    private int[][] between(String kind) {
        var table = byKind.get(kind);
        if (table == null) {
            throw new IllegalArgumentException("no unit of the plan moves so: " + kind);
        }
        return table;
    }

    long seconds(String kind, int fromSpot, int toSpot) {
        return fromSpot == toSpot ? 0 : between(kind)[fromSpot][toSpot];
    }

    /** 0 where nobody knows where the unit sets out. */
    long secondsFromStart(int unit, int spot) {
        return fromStart[unit][spot];
    }
}
