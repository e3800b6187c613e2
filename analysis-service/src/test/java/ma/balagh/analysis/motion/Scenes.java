package ma.balagh.analysis.motion;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Films of one place as thumbnails: a background with some texture, and bright figures that walk before it. */
public final class Scenes {

    static final int WIDTH = 32;
    static final int HEIGHT = 24;
    private static final int PER_SECOND = 4;
    private static final double FIGURE = 2.2;
    private static final int CAR = 6;
    private static final int BAG = 5;

    private final double[] background;

    private Scenes(double[] background) {
        this.background = background;
    }

    /** Another number is another place. */
    public static Scenes at(long place) {
        return at(place, 1);
    }

    /** A wall with hardly any detail. */
    static Scenes bareAt(long place) {
        return at(place, 0.1);
    }

    private static Scenes at(long place, double texture) {
        var random = new Random(place);
        var background = new double[WIDTH * HEIGHT];
        for (int wave = 0; wave < 12; wave++) {
            double across = random.nextDouble() * 2.4;
            double down = random.nextDouble() * 2.4;
            double phase = random.nextDouble() * 6;
            double height = texture * (6 + random.nextDouble() * 10);
            for (int k = 0; k < background.length; k++) {
                background[k] += height * Math.sin(across * (k % WIDTH) + down * (k / WIDTH) + phase);
            }
        }
        return new Scenes(background);
    }

    /** Somebody who walks, stops and turns, differently for each number. */
    public FilmThumbnails walk(long act, double seconds) {
        return film(act, act, seconds, seconds);
    }

    /** Nobody comes. */
    public FilmThumbnails empty(double seconds) {
        return film(-1, -1, seconds, seconds);
    }

    /** A bright block that crosses the picture within eight seconds, or sooner at a higher pace. */
    FilmThumbnails drive(double pace, int lane) {
        FilmThumbnails film = empty(8);
        for (int k = 0; k < film.size(); k++) {
            double left = pace * film.millis()[k] / 8000.0 * (WIDTH + CAR) - CAR;
            for (int pixel = 0; pixel < film.pixels(); pixel++) {
                int column = pixel % WIDTH;
                int row = pixel / WIDTH - lane;
                if (column >= left && column < left + CAR && row >= 0 && row < CAR) {
                    film.greys()[k * film.pixels() + pixel] = (byte) 240;
                }
            }
        }
        return film;
    }

    /** With something dark at a place, five pixels wide and high. */
    static FilmThumbnails withBag(FilmThumbnails still, int left, int top) {
        byte[] greys = still.greys().clone();
        for (int k = 0; k < greys.length; k++) {
            int column = k % WIDTH - left;
            int row = k % still.pixels() / WIDTH - top;
            if (column >= 0 && column < BAG && row >= 0 && row < BAG) {
                greys[k] = 20;
            }
        }
        return new FilmThumbnails(still.width(), still.height(), still.millis(), greys);
    }

    /** One act until a second, then another. */
    public FilmThumbnails film(long act, long next, double change, double seconds) {
        int size = (int) Math.round(seconds * PER_SECOND);
        var greys = new byte[size * WIDTH * HEIGHT];
        var millis = new int[size];
        var noise = new Random(act * 31 + size);
        for (int k = 0; k < size; k++) {
            double second = (double) k / PER_SECOND;
            millis[k] = (int) Math.round(second * 1000);
            long now = second < change ? act : next;
            for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
                double grey = 110 + background[pixel] + 0.7 * noise.nextGaussian();
                if (now >= 0) {
                    double dx = pixel % WIDTH - x(now, second);
                    double dy = pixel / WIDTH - y(now, second);
                    grey += 90 * Math.exp(-(dx * dx + dy * dy) / (2 * FIGURE * FIGURE));
                }
                greys[k * WIDTH * HEIGHT + pixel] = (byte) Math.clamp(Math.round(grey), 0, 255);
            }
        }
        return new FilmThumbnails(WIDTH, HEIGHT, millis, greys);
    }

    private static double x(long act, double second) {
        return 16 + 12 * Math.sin(second * (0.7 + act % 5 * 0.13) + act);
    }

    private static double y(long act, double second) {
        return 12 + 7 * Math.sin(second * (0.5 + act % 7 * 0.11) + 2 * act);
    }

    /** A part of its time, the first picture at second 0. */
    static FilmThumbnails cut(FilmThumbnails film, double from, double to) {
        int first = (int) Math.round(from * PER_SECOND);
        int size = (int) Math.round(to * PER_SECOND) - first;
        var millis = new int[size];
        for (int k = 0; k < size; k++) {
            millis[k] = film.millis()[k];
        }
        int pixels = film.pixels();
        return new FilmThumbnails(
                film.width(),
                film.height(),
                millis,
                Arrays.copyOfRange(film.greys(), first * pixels, (first + size) * pixels));
    }

    /** Of some seconds the picture, each shown for so many seconds. */
    public static FilmThumbnails stills(FilmThumbnails film, int shown, double... seconds) {
        int each = shown * PER_SECOND;
        int size = each * seconds.length;
        var greys = new byte[size * film.pixels()];
        for (int k = 0; k < size; k++) {
            System.arraycopy(
                    film.greys(),
                    film.nearest(seconds[k / each]) * film.pixels(),
                    greys,
                    k * film.pixels(),
                    film.pixels());
        }
        return new FilmThumbnails(
                WIDTH,
                HEIGHT,
                IntStream.range(0, size).map(k -> 1000 * k / PER_SECOND).toArray(),
                greys);
    }

    /** One film after the other. */
    static FilmThumbnails joined(FilmThumbnails... films) {
        int size = Arrays.stream(films).mapToInt(FilmThumbnails::size).sum();
        var millis = new int[size];
        var greys = new byte[size * WIDTH * HEIGHT];
        int at = 0;
        for (FilmThumbnails film : films) {
            System.arraycopy(film.greys(), 0, greys, at * WIDTH * HEIGHT, film.greys().length);
            at += film.size();
        }
        for (int k = 0; k < size; k++) {
            millis[k] = k * 1000 / PER_SECOND;
        }
        return new FilmThumbnails(WIDTH, HEIGHT, millis, greys);
    }

    /** Coded again: other brightness and contrast, and noise. A negative contrast makes a negative. */
    public static FilmThumbnails posted(FilmThumbnails film, double contrast, double brightness) {
        var noise = new Random(7);
        var greys = new byte[film.greys().length];
        for (int k = 0; k < greys.length; k++) {
            double grey = 128 + brightness + contrast * (Byte.toUnsignedInt(film.greys()[k]) - 128);
            greys[k] = (byte) Math.clamp(Math.round(grey + 0.7 * noise.nextGaussian()), 0, 255);
        }
        return new FilmThumbnails(film.width(), film.height(), film.millis(), greys);
    }

    /** A white bar over the lowest quarter. */
    static FilmThumbnails captioned(FilmThumbnails film) {
        byte[] greys = film.greys().clone();
        for (int k = 0; k < greys.length; k++) {
            if (k % film.pixels() >= film.pixels() * 3 / 4) {
                greys[k] = (byte) 255;
            }
        }
        return new FilmThumbnails(film.width(), film.height(), film.millis(), greys);
    }

    static FilmThumbnails mirrored(FilmThumbnails film) {
        var greys = new byte[film.greys().length];
        for (int k = 0; k < greys.length; k++) {
            int column = k % film.width();
            greys[k] = film.greys()[k - column + film.width() - 1 - column];
        }
        return new FilmThumbnails(film.width(), film.height(), film.millis(), greys);
    }

    static FilmThumbnails noisy(FilmThumbnails film, double deviation) {
        var random = new Random(11);
        var greys = new byte[film.greys().length];
        for (int k = 0; k < greys.length; k++) {
            double grey = Byte.toUnsignedInt(film.greys()[k]) + deviation * random.nextGaussian();
            greys[k] = (byte) Math.clamp(Math.round(grey), 0, 255);
        }
        return new FilmThumbnails(film.width(), film.height(), film.millis(), greys);
    }

    /** Faster by that factor. */
    public static FilmThumbnails faster(FilmThumbnails film, double factor) {
        int size = (int) (film.size() / factor);
        var millis = new int[size];
        var greys = new byte[size * film.pixels()];
        for (int k = 0; k < size; k++) {
            millis[k] = film.millis()[k];
            int from = film.nearest(factor * millis[k] / 1000.0);
            System.arraycopy(film.greys(), from * film.pixels(), greys, k * film.pixels(), film.pixels());
        }
        return new FilmThumbnails(film.width(), film.height(), millis, greys);
    }

    /** Where in {@link #wandering} a place of the film is at a second: of half its size, from left to right. */
    static AffineAlignment inset(double second) {
        return AffineAlignment.stretched(0.5, 0.04 * second, 0.5, 0.25);
    }

    static FilmThumbnails wandering(FilmThumbnails film, FilmThumbnails behind) {
        byte[] greys = behind.greys().clone();
        for (int k = 0; k < behind.size(); k++) {
            AffineAlignment back = inset(behind.millis()[k] / 1000.0).inverse();
            for (int pixel = 0; pixel < behind.pixels(); pixel++) {
                double u = (pixel % WIDTH + 0.5) / WIDTH;
                double v = (pixel / WIDTH + 0.5) / HEIGHT;
                int column = (int) Math.floor(back.atX(u, v) * WIDTH);
                int row = (int) Math.floor(back.atY(u, v) * HEIGHT);
                if (column >= 0 && row >= 0 && column < WIDTH && row < HEIGHT) {
                    greys[k * behind.pixels() + pixel] = (byte) film.grey(k, row * WIDTH + column);
                }
            }
        }
        return new FilmThumbnails(WIDTH, HEIGHT, behind.millis(), greys);
    }
}
