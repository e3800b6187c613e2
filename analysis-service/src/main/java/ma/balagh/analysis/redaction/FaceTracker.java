package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.analysis.face.FaceRegion;
import org.jspecify.annotations.Nullable;

/** Tracks everything that looks like a face. */
final class FaceTracker {

    /** Likeness from which a new one is followed; one that is followed already is recognised as a face by less. */
    private static final double NEW = 0.3;

    /** Distance up to which a face that is seen is the one that was followed, in halves of its size. */
    private static final double SAME = 1.4;

    /** Distance up to which one that comes back may be the one that was lost, in halves of its size. */
    private static final double RETURNED = 6;

    /** More at once are no faces, or a crowd in which nobody can be followed: then the whole picture is hidden. */
    private static final int MOST = 60;

    private final FrameTiming timing;
    private final List<FaceTrack> live = new ArrayList<>();
    private final List<FaceTrack> ended = new ArrayList<>();
    private final List<Track> settled = new ArrayList<>();
    private final List<Track> guesses = new ArrayList<>();
    private final TrackBudget budget;

    /** The whole picture, from one look to the next; grows while there are too many. */
    private @Nullable StaticTrack everything;

    private int looked;
    private int lookedBefore;

    FaceTracker(FrameTiming timing, TrackBudget budget) {
        this.timing = timing;
        this.budget = budget;
    }

    /** Follows all into the newest frame. */
    void follow(int frame, SmallFrame picture, boolean cut) {
        for (Iterator<FaceTrack> tracks = live.iterator(); tracks.hasNext(); ) {
            FaceTrack track = tracks.next();
            if (!track.follow(frame, picture, cut)) {
                tracks.remove();
                ended.add(track);
            }
        }
        settle(frame);
    }

    /** Of those that nothing can be joined to any more only the places are kept. */
    private void settle(int frame) {
        for (Iterator<FaceTrack> tracks = ended.iterator(); tracks.hasNext(); ) {
            FaceTrack track = tracks.next();
            if (!timing.isJoined(track.lastSeen() + 1, frame)) {
                tracks.remove();
                if (track.isConfirmed()) {
                    settled.add(track.way());
                } else {
                    track.way().forget();
                }
            }
        }
    }

    boolean isLookDue(int frame) {
        return timing.isLookDue(looked, frame);
    }

    /**
     * Takes what was found in the newest frame, into which all were followed.
     *
     * @param scene the frame with which the scene began
     */
    void see(int frame, FrameBuffer memory, List<FaceRegion> regions, int width, int height, int scene) {
        if (frame > looked) {
            lookedBefore = looked;
            looked = frame;
        }
        Set<FaceTrack> taken = new HashSet<>();
        for (FaceRegion region : regions) {
            NormalizedBox face = NormalizedBox.between(
                    region.left() / width,
                    region.top() / height,
                    (region.left() + region.width()) / width,
                    (region.top() + region.height()) / height);
            FaceTrack track = nearest(face);
            boolean counts = region.likeness() >= NEW;
            if (track != null && taken.add(track)) {
                track.see(frame, memory.newest(), face, region, counts);
            } else if (track == null && counts && live.size() < MOST) {
                bridge(frame, face, scene);
                FaceTrack begun = FaceTrack.of(frame, memory, face, region, timing, budget);
                live.add(begun);
                taken.add(begun);
            }
        }
        if (live.size() >= MOST) {
            hideAll(frame);
        }
    }

    private @Nullable FaceTrack nearest(NormalizedBox face) {
        FaceTrack nearest = null;
        double distance = SAME;
        for (FaceTrack track : live) {
            double apart = track.face().apart(face);
            if (apart < distance) {
                distance = apart;
                nearest = track;
            }
        }
        return nearest;
    }

    /** What disappeared a moment ago and comes back was somewhere on the way. */
    private void bridge(int frame, NormalizedBox face, int scene) {
        FaceTrack lost = null;
        double distance = RETURNED;
        for (FaceTrack track : ended) {
            boolean recent = track.lastSeen() >= scene && timing.isJoined(track.lastSeen() + 1, frame);
            double apart = track.lastFace().apart(face);
            if (recent && apart < distance) {
                distance = apart;
                lost = track;
            }
        }
        if (lost != null) {
            MovingTrack way = new MovingTrack(RedactionBrush.MOSAIC, lost.lastSeen(), budget);
            for (int k = lost.lastSeen(); k < frame; k++) {
                double share = (double) (k - lost.lastSeen()) / (frame - lost.lastSeen());
                way.add(FaceTrack.head(lost.lastFace().towards(face, share)).grown(1 + share * (1 - share)), true);
            }
            guesses.add(way);
        }
    }

    private void hideAll(int frame) {
        int first = lookedBefore;
        int end = timing.nextLook(frame);
        StaticTrack before = everything;
        if (before != null && before.end() >= first) {
            first = before.first();
        } else if (before != null) {
            guesses.add(before);
        }
        everything = new StaticTrack(RedactionBrush.MOSAIC, new NormalizedBox(0.5, 0.5, 0.5, 0.5), first, end, true);
    }

    /** Those that were seen often or well enough. */
    List<Track> followed() {
        List<Track> trails = new ArrayList<>(settled);
        Stream.concat(ended.stream(), live.stream())
                .filter(FaceTrack::isConfirmed)
                .map(FaceTrack::way)
                .forEach(trails::add);
        return trails;
    }

    /** What else is hidden: the ways between, and all of the picture where there are too many. */
    List<Track> guesses() {
        List<Track> trails = new ArrayList<>(guesses);
        if (everything != null) {
            trails.add(everything);
        }
        return trails;
    }
}
