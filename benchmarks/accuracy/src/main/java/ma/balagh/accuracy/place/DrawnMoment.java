package ma.balagh.accuracy.place;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.balagh.accuracy.place.MovingSprite.Waypoint;

/** What happens before one background: pairs of moments that look alike and are not the same. */
enum DrawnMoment {
    PASSERS_BY {
        @Override
        List<MovingSprite> actors() {
            return List.of(
                    MovingSprite.passing(DrawnSprite.person(BLUE, 90, 1.7, 0), 0.2, 4.4, -0.1, 1.1, 0.62),
                    MovingSprite.passing(DrawnSprite.person(RED, 80, 1.9, 1), 1, 4.8, 1.1, 0.2, 0.57));
        }
    },
    OTHER_PASSERS_BY {
        @Override
        List<MovingSprite> actors() {
            return List.of(
                    MovingSprite.passing(DrawnSprite.person(GREEN, 95, 1.5, 2), 0.8, 5, 1.1, -0.1, 0.66),
                    MovingSprite.passing(DrawnSprite.person(YELLOW, 85, 1.8, 3), 0, 3, 0.3, 1.1, 0.58));
        }
    },
    CRATE {
        @Override
        List<MovingSprite> actors() {
            return List.of(MovingSprite.standing(DrawnSprite.crate(new Color(150, 110, 60), 60), 0.58, 0.72));
        }
    },
    /** The crate is gone, a bag stands in its place; nothing moves in either. */
    BAG_IN_PLACE_OF_CRATE {
        @Override
        List<MovingSprite> actors() {
            return List.of(MovingSprite.standing(DrawnSprite.bag(BLUE, 60), 0.58, 0.72));
        }
    },
    DAY {
        @Override
        List<MovingSprite> actors() {
            return List.of(MovingSprite.passing(DrawnSprite.person(DARK, 90, 1.6, 0.5), 0.5, 4.5, -0.1, 0.9, 0.6));
        }
    },
    NIGHT {
        @Override
        List<MovingSprite> actors() {
            return List.of(MovingSprite.passing(DrawnSprite.person(WHITE, 90, 1.7, 1.5), 1, 5, 1.1, 0.2, 0.63));
        }

        @Override
        double light() {
            return 0.3;
        }
    },
    RED_CAR {
        @Override
        List<MovingSprite> actors() {
            return List.of(MovingSprite.passing(DrawnSprite.car(RED, 170), 0.6, 3.2, -0.25, 1.25, 0.78));
        }
    },
    /** Another one of its colour and kind, a little faster and later, in the same lane. */
    ANOTHER_RED_CAR {
        @Override
        List<MovingSprite> actors() {
            return List.of(MovingSprite.passing(DrawnSprite.car(RED.darker(), 180), 1.3, 3.5, -0.25, 1.25, 0.77));
        }
    },
    ROBBERY {
        @Override
        List<MovingSprite> actors() {
            return robbery(0, 1, 1, 1);
        }
    },
    /** Acted again by the same people in the same clothes, at another pace. */
    ROBBERY_ACTED_AGAIN {
        @Override
        List<MovingSprite> actors() {
            return robbery(0.35, 1.25, 0.8, 1.15);
        }
    };

    static final double SECONDS = 5;

    private static final Color RED = new Color(178, 42, 40);
    private static final Color BLUE = new Color(44, 64, 168);
    private static final Color GREEN = new Color(36, 118, 58);
    private static final Color YELLOW = new Color(214, 200, 84);
    private static final Color DARK = new Color(36, 36, 42);
    private static final Color WHITE = new Color(224, 224, 220);

    abstract List<MovingSprite> actors();

    /** Share of the light of day. */
    double light() {
        return 1;
    }

    /** As part of a file's name. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Somebody waits; another comes, takes the bag and runs. Each phase lasts its usual time by a factor. */
    private static List<MovingSprite> robbery(double begin, double coming, double taking, double running) {
        double there = begin + 1.8 * coming;
        double taken = there + 0.7 * taking;
        double gone = taken + 1.3 * running;
        var bag = new ArrayList<>(List.of(new Waypoint(taken, 0.365, 0.66), new Waypoint(gone, 1.12, 0.7)));
        return List.of(
                new MovingSprite(
                        DrawnSprite.person(BLUE, 95, 1.1, begin),
                        List.of(
                                new Waypoint(begin, 0.28, 0.62),
                                new Waypoint(there, 0.33, 0.62),
                                new Waypoint(taken, 0.34, 0.62),
                                new Waypoint(gone, 0.55, 0.64))),
                new MovingSprite(
                        DrawnSprite.person(DARK, 95, 2.2, 0),
                        List.of(
                                new Waypoint(begin, 1.1, 0.65),
                                new Waypoint(there, 0.42, 0.62),
                                new Waypoint(taken, 0.4, 0.62),
                                new Waypoint(gone, 1.15, 0.66))),
                new MovingSprite(DrawnSprite.bag(YELLOW, 26), bag));
    }
}
