package ma.balagh.dispatch.joint;

import ma.balagh.dispatch.incident.WaitingIncident;
import ma.balagh.dispatch.runcard.UnitRequirement;

/**
 * One unit that an incident needs still. All costs are seconds of response of an ordinary incident, one of priority 3.
 *
 * @param requirement what it must be
 * @param further whether somebody else is on the incident, or is looked for before
 */
record OpenPlace(WaitingIncident incident, UnitRequirement requirement, boolean further) {

    /** What an incident costs to which nobody is sent: that somebody would come in a day. */
    static final double A_DAY = 86_400;

    /**
     * What a further unit costs that is not sent. So little that the gravest incident waits for its second unit, at four
     * times that, rather than the slightest one for its first, at a quarter of a day.
     */
    static final double FURTHER = 4_320;

    private static final int ORDINARY = 3;

    double costOfWaiting() {
        return weight() * (further ? FURTHER : A_DAY);
    }

    double weight() {
        return weightOf(incident.priority());
    }

    /** Each level of priority counts twice as much as the next: 4 for the first, a quarter for the fifth. */
    static double weightOf(int priority) {
        return Math.pow(2, ORDINARY - priority);
    }
}
