package ma.balagh.analysis.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ma.balagh.analysis.face.FaceRegion;
import org.jspecify.annotations.Nullable;

/** Follows everything that looks like a face. */
final class Faces {

    /** Likeness from which a new one is followed; one that is followed already is recognised as a face by less. */
    private static final double NEW = 0.3;

    /** Distance up to which a face that is seen is the one that was followed, in halves of its size. */
    private static final double SAME = 1.4;

    /** Distance up to which one that comes back may be the one that was lost, in halves of its size. */
    private static final double RETURNED = 6;

    /** More at once are no faces, or a crowd in which nobody can be followed: then the whole picture is hidden. */
    private static final int MOST = 60;

    private final Rhythm rhythm;
    private final List<Track> live = new ArrayList<>();
    private final List<Track> ended = new ArrayList<>();
    private final List<Trail> settled = new ArrayList<>();
    private final List<Trail> guesses = new ArrayList<>();
    private final Places places;

    /** The whole picture, from one look to the next; grows while there are too many. */
    private @Nullable Standing everything;

    private int looked;
    private int lookedBefore;

    Faces(Rhythm rhythm, Places places) {
        this.rhythm = rhythm;
        this.places = places;
    }

    /** Follows all into the newest frame. */
    void follow(int frame, SmallFrame picture, boolean cut) {
        for (Iterator<Track> tracks = live.iterator(); tracks.hasNext(); ) {
            Track track = tracks.next();
            if (!track.follow(frame, picture, cut)) {
                tracks.remove();
                ended.add(track);
            }
        }
        settle(frame);
    }

    /** Of those that nothing can be joined to any more only the places are kept. */
    private void settle(int frame) {
        for (Iterator<Track> tracks = ended.iterator(); tracks.hasNext(); ) {
            Track track = tracks.next();
            if (!rhythm.isJoined(track.lastSeen() + 1, frame)) {
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
        return rhythm.isLookDue(looked, frame);
    }

    /**
     * Takes what was found in the newest frame, into which all were followed.
     *
     * @param scene the frame with which the scene began
     */
    void see(int frame, FrameMemory memory, List<FaceRegion> regions, int width, int height, int scene) {
        if (frame > looked) {
            lookedBefore = looked;
            looked = frame;
        }
        Set<Track> taken = new HashSet<>();
        for (FaceRegion region : regions) {
            Box face = Box.between(
                    region.left() / width,
                    region.top() / height,
                    (region.left() + region.width()) / width,
                    (region.top() + region.height()) / height);
            Track track = nearest(face);
            boolean counts = region.likeness() >= NEW;
            if (track != null && taken.add(track)) {
                track.see(frame, memory.newest(), face, region, counts);
            } else if (track == null && counts && live.size() < MOST) {
                bridge(frame, face, scene);
                Track begun = Track.of(frame, memory, face, region, rhythm, places);
                live.add(begun);
                taken.add(begun);
            }
        }
        if (live.size() >= MOST) {
            hideAll(frame);
        }
    }

    private @Nullable Track nearest(Box face) {
        Track nearest = null;
        double distance = SAME;
        for (Track track : live) {
            double apart = track.face().apart(face);
            if (apart < distance) {
                distance = apart;
                nearest = track;
            }
        }
        return nearest;
    }

    /** What disappeared a moment ago and comes back was somewhere on the way. */
    private void bridge(int frame, Box face, int scene) {
        Track lost = null;
        double distance = RETURNED;
        for (Track track : ended) {
            boolean recent = track.lastSeen() >= scene && rhythm.isJoined(track.lastSeen() + 1, frame);
            double apart = track.lastFace().apart(face);
            if (recent && apart < distance) {
                distance = apart;
                lost = track;
            }
        }
        if (lost != null) {
            Way way = new Way(Brush.MOSAIC, lost.lastSeen(), places);
            for (int k = lost.lastSeen(); k < frame; k++) {
                double share = (double) (k - lost.lastSeen()) / (frame - lost.lastSeen());
                way.add(Track.head(lost.lastFace().towards(face, share)).grown(1 + share * (1 - share)), true);
            }
            guesses.add(way);
        }
    }

    private void hideAll(int frame) {
        int first = lookedBefore;
        int end = rhythm.nextLook(frame);
        Standing before = everything;
        if (before != null && before.end() >= first) {
            first = before.first();
        } else if (before != null) {
            guesses.add(before);
        }
        everything = new Standing(Brush.MOSAIC, new Box(0.5, 0.5, 0.5, 0.5), first, end, true);
    }

    /** Those that were seen often or well enough. */
    List<Trail> followed() {
        List<Trail> trails = new ArrayList<>(settled);
        Stream.concat(ended.stream(), live.stream())
                .filter(Track::isConfirmed)
                .map(Track::way)
                .forEach(trails::add);
        return trails;
    }

    /** What else is hidden: the ways between, and all of the picture where there are too many. */
    List<Trail> guesses() {
        List<Trail> trails = new ArrayList<>(guesses);
        if (everything != null) {
            trails.add(everything);
        }
        return trails;
    }
}
