package ma.balagh.accuracy.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import ma.balagh.accuracy.copies.CopySources.Source;

/** Which seconds a copy shows, one piece after another. */
@FunctionalInterface
interface ClipEdit {

    /** No pieces where the original is too short for it. */
    List<EditPiece> of(CopySources sources);

    static ClipEdit whole() {
        return share(0, 1);
    }

    /** Between two shares of the original's length. */
    static ClipEdit share(double from, double to) {
        return sources -> List.of(original(sources, from, to));
    }

    /** So many seconds from a share of its length on, of originals that last at least so long. */
    static ClipEdit excerpt(double from, double seconds, double atLeast) {
        return sources -> {
            double length = sources.original().seconds();
            double begin = from * length;
            return length < atLeast
                    ? List.of()
                    : List.of(EditPiece.of(Source.ORIGINAL, begin, Math.min(length, begin + seconds)));
        };
    }

    /** Its middle: half of it, at most so many seconds. */
    static ClipEdit middle(double atMost) {
        return sources -> {
            double length = sources.original().seconds();
            double half = Math.min(atMost, length / 2) / 2;
            return List.of(EditPiece.of(Source.ORIGINAL, length / 2 - half, length / 2 + half));
        };
    }

    /** Equal parts in another order: {@code shuffled(2, 0, 1)} begins with the last third. */
    static ClipEdit shuffled(double atLeast, int... order) {
        return sources -> {
            List<EditPiece> pieces = new ArrayList<>();
            for (int part : order) {
                pieces.add(original(sources, (double) part / order.length, (part + 1.0) / order.length));
            }
            return sources.original().seconds() < atLeast ? List.of() : pieces;
        };
    }

    /** Pictures of moments at these shares of its length, each shown for so many seconds. */
    static ClipEdit stills(double held, double... shares) {
        return sources -> DoubleStream.of(shares)
                .mapToObj(share -> EditPiece.still(share * sources.original().seconds(), held))
                .toList();
    }

    /** The beginning of foreign footage, of at most so many seconds. */
    static ClipEdit foreign(Source source, double seconds) {
        return sources -> List.of(EditPiece.of(source, 0, Math.min(seconds, sources.seconds(source))));
    }

    /** Foreign footage again and again for so many seconds. */
    static ClipEdit looped(Source source, double seconds) {
        return sources -> {
            double once = sources.seconds(source);
            List<EditPiece> pieces = new ArrayList<>();
            for (double done = 0; done < seconds; done += once) {
                pieces.add(EditPiece.of(source, 0, Math.min(once, seconds - done)));
            }
            return pieces;
        };
    }

    default ClipEdit faster(double factor) {
        return sources ->
                of(sources).stream().map(piece -> piece.faster(factor)).toList();
    }

    default ClipEdit backwards() {
        return sources ->
                of(sources).reversed().stream().map(EditPiece::backwards).toList();
    }

    default ClipEdit then(ClipEdit next) {
        return sources -> {
            List<EditPiece> before = of(sources);
            List<EditPiece> after = next.of(sources);
            return before.isEmpty() || after.isEmpty()
                    ? List.of()
                    : Stream.concat(before.stream(), after.stream()).toList();
        };
    }

    private static EditPiece original(CopySources sources, double from, double to) {
        double length = sources.original().seconds();
        return EditPiece.of(Source.ORIGINAL, from * length, to * length);
    }
}
