package ma.balagh.accuracy.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.Sources.Source;

/** Which seconds a copy shows, one piece after another. */
@FunctionalInterface
interface Edit {

    /** No pieces where the original is too short for it. */
    List<Piece> of(Sources sources);

    static Edit whole() {
        return share(0, 1);
    }

    /** Between two shares of the original's length. */
    static Edit share(double from, double to) {
        return sources -> List.of(original(sources, from, to));
    }

    /** So many seconds from a share of its length on, of originals that last at least so long. */
    static Edit excerpt(double from, double seconds, double atLeast) {
        return sources -> {
            double length = sources.original().seconds();
            double begin = from * length;
            return length < atLeast
                    ? List.of()
                    : List.of(Piece.of(Source.ORIGINAL, begin, Math.min(length, begin + seconds)));
        };
    }

    /** Its middle: half of it, at most so many seconds. */
    static Edit middle(double atMost) {
        return sources -> {
            double length = sources.original().seconds();
            double half = Math.min(atMost, length / 2) / 2;
            return List.of(Piece.of(Source.ORIGINAL, length / 2 - half, length / 2 + half));
        };
    }

    /** Equal parts in another order: {@code shuffled(2, 0, 1)} begins with the last third. */
    static Edit shuffled(double atLeast, int... order) {
        return sources -> {
            List<Piece> pieces = new ArrayList<>();
            for (int part : order) {
                pieces.add(original(sources, (double) part / order.length, (part + 1.0) / order.length));
            }
            return sources.original().seconds() < atLeast ? List.of() : pieces;
        };
    }

    /** Pictures of moments at these shares of its length, each shown for so many seconds. */
    static Edit stills(double held, double... shares) {
        return sources -> DoubleStream.of(shares)
                .mapToObj(share -> Piece.still(share * sources.original().seconds(), held))
                .toList();
    }

    /** The beginning of foreign footage, of at most so many seconds. */
    static Edit foreign(Source source, double seconds) {
        return sources -> List.of(Piece.of(source, 0, Math.min(seconds, sources.seconds(source))));
    }

    /** Foreign footage again and again for so many seconds. */
    static Edit looped(Source source, double seconds) {
        return sources -> {
            double once = sources.seconds(source);
            List<Piece> pieces = new ArrayList<>();
            for (double done = 0; done < seconds; done += once) {
                pieces.add(Piece.of(source, 0, Math.min(once, seconds - done)));
            }
            return pieces;
        };
    }

    default Edit faster(double factor) {
        return sources ->
                of(sources).stream().map(piece -> piece.faster(factor)).toList();
    }

    default Edit backwards() {
        return sources -> of(sources).reversed().stream().map(Piece::backwards).toList();
    }

    default Edit then(Edit next) {
        return sources -> {
            List<Piece> before = of(sources);
            List<Piece> after = next.of(sources);
            return before.isEmpty() || after.isEmpty()
                    ? List.of()
                    : Stream.concat(before.stream(), after.stream()).toList();
        };
    }

    private static Piece original(Sources sources, double from, double to) {
        double length = sources.original().seconds();
        return Piece.of(Source.ORIGINAL, from * length, to * length);
    }
}
