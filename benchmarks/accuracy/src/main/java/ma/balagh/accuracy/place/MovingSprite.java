package ma.balagh.accuracy.place;

import java.util.List;

/** A sprite and where it is at which second; it keeps its first place before, and its last one after. */
record MovingSprite(DrawnSprite sprite, List<Waypoint> way) {

    /** At this second at these shares of the picture's width and height. */
    record Waypoint(double seconds, double x, double y) {}

    static MovingSprite standing(DrawnSprite sprite, double x, double y) {
        return new MovingSprite(sprite, List.of(new Waypoint(0, x, y)));
    }

    static MovingSprite passing(DrawnSprite sprite, double begin, double end, double fromX, double toX, double y) {
        return new MovingSprite(sprite, List.of(new Waypoint(begin, fromX, y), new Waypoint(end, toX, y)));
    }

    Waypoint at(double seconds) {
        Waypoint before = way.getFirst();
        for (Waypoint next : way) {
            if (next.seconds() >= seconds) {
                double span = next.seconds() - before.seconds();
                double share = span == 0 ? 1 : Math.max(0, (seconds - before.seconds()) / span);
                return new Waypoint(
                        seconds,
                        before.x() + share * (next.x() - before.x()),
                        before.y() + share * (next.y() - before.y()));
            }
            before = next;
        }
        return before;
    }
}
