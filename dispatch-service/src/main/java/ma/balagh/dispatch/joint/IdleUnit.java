package ma.balagh.dispatch.joint;

import java.util.List;
import java.util.UUID;
import ma.balagh.dispatch.road.GeoPoint;

/**
 * A unit that can be sent now.
 *
 * @param helps the territories in which it helps out
 * @param lent whether it is of a territory that whoever asks does not lead: that one keeps a reserve of its own
 * @param allowance seconds that are added to its travel times because its position is old
 */
record IdleUnit(
        UUID id,
        String callSign,
        String kind,
        List<String> skills,
        String jurisdiction,
        List<String> helps,
        boolean lent,
        GeoPoint place,
        double allowance) {

    /** Whether its territory covers that one or lies in it, or it helps out there: others are not sent there. */
    boolean mayGoTo(String territory) {
        return covers(jurisdiction, territory)
                || covers(territory, jurisdiction)
                || helps.stream().anyMatch(asking -> covers(asking, territory));
    }

    private static boolean covers(String wide, String territory) {
        return territory.equals(wide) || territory.startsWith(wide + "-");
    }
}
