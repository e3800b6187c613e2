package ma.balagh.dispatch.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws when a visit could begin: whole minutes, each of the place's hours as likely as any other, and without regard to
 * other visits. Whoever has seen one visit cannot foresee the next; only that it does not follow at once.
 */
final class SlotGenerator {

    private static final int MINUTE = 60;

    /** Draws of which each gives slots, or none where no unit is free at that time. */
    private static final int TRIES = 4;

    private final RandomGenerator random;
    private final int draws;

    /** @param draws times to choose from, for each visit */
    SlotGenerator(long seed, int draws) {
        this.random =
                RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
        this.draws = draws;
    }

    /** A whole number of minutes between the two, both included. */
    int minutes(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A moment between the two, in whole minutes after the first; the first where there is no other. */
    long moment(long from, long to) {
        long minutes = Math.floorDiv(to - from, MINUTE);
        return minutes <= 0 ? from : from + MINUTE * random.nextLong(minutes + 1);
    }

    /**
     * @param earliest before which no visit begins, as repairs have it
     * @return all that units can do of the times that were drawn
     */
    List<VisitSlot> slots(SpotDemand spot, int minutes, List<RosteredUnit> units, TravelTable travel, long earliest) {
        long length = (long) minutes * MINUTE;
        long first = roundUp(Math.max(spot.from(), earliest));
        long last = spot.to() - length;
        var slots = new ArrayList<VisitSlot>();
        if (last < first) {
            return slots;
        }
        int taken = 0;
        for (int draw = 0; draw < draws * TRIES && taken < draws; draw++) {
            long begin = moment(first, last);
            int before = slots.size();
            for (var unit : units) {
                if (canMake(unit, spot, begin, begin + length, travel)) {
                    slots.add(new VisitSlot(unit, begin, begin + length));
                }
            }
            taken += slots.size() > before ? 1 : 0;
        }
        return slots;
    }

    /** What other units can do at the time that was planned, so that nobody notices that it is another one. */
    List<VisitSlot> slotsAt(
            VisitSlot present, SpotDemand spot, List<RosteredUnit> units, TravelTable travel, long earliest) {
        if (present.from() < earliest) {
            return List.of();
        }
        return units.stream()
                .filter(unit ->
                        !unit.equals(present.unit()) && canMake(unit, spot, present.from(), present.to(), travel))
                .map(unit -> new VisitSlot(unit, present.from(), present.to()))
                .toList();
    }

    /** Works then, may go there, and is there in time from where it is now. */
    private static boolean canMake(RosteredUnit unit, SpotDemand spot, long begin, long end, TravelTable travel) {
        return unit.mayVisit(spot.district())
                && unit.works(begin, end)
                && begin >= unit.from() + travel.secondsFromStart(unit.number(), spot.number());
    }

    private static long roundUp(long moment) {
        return Math.ceilDiv(moment, MINUTE) * MINUTE;
    }
}
