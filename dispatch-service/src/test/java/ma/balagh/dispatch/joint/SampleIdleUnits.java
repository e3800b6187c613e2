package ma.balagh.dispatch.joint;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.road.GeoPoint;
import ma.balagh.dispatch.runcard.AssignmentRole;
import ma.balagh.dispatch.runcard.UnitRequirement;

/** Idle units, and incidents that need them. */
final class SampleIdleUnits {

    private static final List<String> TERRITORIES = List.of("MA-CAS", "MA-CAS-ANFA", "MA-RBA");
    private static final List<String> KINDS = List.of("CAR", "MOTORCYCLE");
    private static final List<String> SKILLS = List.of("SEARCH", "MEDICAL");

    private SampleIdleUnits() {}

    static IdleUnit unit(String callSign, String kind, List<String> skills, String jurisdiction, GeoPoint place) {
        return new IdleUnit(UUID.randomUUID(), callSign, kind, skills, jurisdiction, List.of(), false, place, 0);
    }

    static IdleUnit lent(IdleUnit unit, String asking) {
        return new IdleUnit(
                unit.id(),
                unit.callSign(),
                unit.kind(),
                unit.skills(),
                unit.jurisdiction(),
                List.of(asking),
                true,
                unit.place(),
                unit.allowance());
    }

    /** Of any kind, in some 20 km around; one of three of Rabat is lent to Casablanca. */
    static IdleUnit random(Random random, int number) {
        var unit =
                unit("U" + number, any(random, KINDS), some(random, SKILLS), any(random, TERRITORIES), place(random));
        return unit.jurisdiction().equals("MA-RBA") && random.nextInt(3) == 0 ? lent(unit, "MA-CAS") : unit;
    }

    /** With one place or two, of which some are for particular units. */
    static WaitingIncident incident(Random random, int number) {
        var open = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> new UnitRequirement(
                        AssignmentRole.LEAD,
                        some(random, KINDS),
                        random.nextInt(3) > 0 ? List.of() : some(random, SKILLS),
                        1))
                .toList();
        return new WaitingIncident(
                new UUID(0, number),
                random.nextInt(4) == 0 ? "MA-RBA" : "MA-CAS-ANFA",
                1 + random.nextInt(5),
                null,
                place(random),
                Instant.EPOCH,
                1,
                open,
                random.nextInt(4) == 0);
    }

    static boolean isFor(IdleUnit unit, OpenPlace place) {
        return unit.mayGoTo(place.incident().jurisdiction())
                && place.requirement().fits(unit.kind(), unit.skills());
    }

    private static GeoPoint place(Random random) {
        return new GeoPoint(33.5 + random.nextDouble() / 5, -7.7 + random.nextDouble() / 5);
    }

    private static String any(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static List<String> some(Random random, List<String> words) {
        return words.stream().filter(word -> random.nextBoolean()).toList();
    }
}
