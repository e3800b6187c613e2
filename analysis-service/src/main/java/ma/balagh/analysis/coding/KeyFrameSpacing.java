package ma.balagh.analysis.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.balagh.analysis.packet.PacketTrack;

/**
 * How far key frames are apart, in frames. Recorders count: every so many frames there is a key frame. Editors that join
 * without coding anew keep both counts.
 *
 * @param at their numbers in the order of the file
 */
record KeyFrameSpacing(List<Integer> at) {

    /** So many equal distances in a row make a rule. */
    private static final int RULE = 3;

    static KeyFrameSpacing of(PacketTrack track) {
        List<Integer> at = new ArrayList<>();
        for (int k = 0; k < track.count(); k++) {
            if (track.key(k)) {
                at.add(k);
            }
        }
        return new KeyFrameSpacing(List.copyOf(at));
    }

    private int distance(int k) {
        return at.get(k + 1) - at.get(k);
    }

    private int distances() {
        return Math.max(0, at.size() - 1);
    }

    /**
     * The distance that at least four fifths of them have; 0 where there is none. Where every frame is a key frame there
     * is no distance to speak of.
     */
    int usual() {
        if (distances() < RULE) {
            return 0;
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int k = 0; k < distances(); k++) {
            counts.merge(distance(k), 1, Integer::sum);
        }
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return most.getKey() > 1 && most.getValue() * 5 >= distances() * 4 ? most.getKey() : 0;
    }

    /** Numbers of the key frames that come before their time, where the others keep it. */
    List<Integer> outOfStep() {
        int usual = usual();
        List<Integer> early = new ArrayList<>();
        for (int k = 0; k < distances() && usual > 0; k++) {
            if (distance(k) < usual) {
                early.add(at.get(k + 1));
            }
        }
        return early;
    }

    /**
     * Where one rule gives way to another.
     *
     * @param frame number of the key frame with which the other rule begins
     */
    record Change(int frame, int before, int after) {}

    /** The only change of rule; none where there is no rule, one rule, or a change after every few frames. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int rule = 0;
        int run = 0;
        for (int k = 0; k < distances(); k++) {
            run = k > 0 && distance(k) == distance(k - 1) ? run + 1 : 1;
            if (run == RULE && distance(k) > 1) {
                if (rule > 0 && rule != distance(k)) {
                    changes.add(new Change(at.get(k + 1 - RULE), rule, distance(k)));
                }
                rule = distance(k);
            }
        }
        return changes.size() == 1 && ruled() ? changes : List.of();
    }

    /** Whether nearly every distance belongs to a run of equal ones: encoders that set key frames at will have no rule. */
    private boolean ruled() {
        int alone = 0;
        for (int k = 0; k < distances(); k++) {
            boolean asBefore = k > 0 && distance(k) == distance(k - 1);
            boolean asAfter = k + 1 < distances() && distance(k) == distance(k + 1);
            if (!asBefore && !asAfter) {
                alone++;
            }
        }
        return alone <= 1;
    }
}
