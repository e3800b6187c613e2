package ma.balagh.analysis.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds faces with a {@link FaceDetectionNetwork}. It knows faces of about 20 to 100 pixels, so the picture is shown to
 * it in three sizes, the largest one in four parts: what is not larger than 1/64 of the picture's longer side is
 * missed. What it knows in one size it may miss in another, or mirrored, so that these change from one glance to the
 * next.
 */
public final class NetworkFaceDetector implements FaceDetector {

    /** Longer sides of the pictures that the network sees, in pixels. */
    private static final int COARSE = 320;

    private static final int MIDDLE = 640;

    /** The other sizes, as parts of the first ones. */
    private static final double OTHERWISE = 0.8;

    private static final int FINE = 1280;

    /** Pixels that the parts of the largest picture have in common: more than a face that it is needed for. */
    private static final int SHARED = 128;

    /** A picture is not made larger than this: there is no more in it. */
    private static final int MOST_ENLARGED = 2;

    /** Pixels of the network's picture for each place of its answer. */
    private static final int STRIDE = 4;

    /** From this overlap on, two places are the same face. */
    private static final double SAME = 0.4;

    private static final FaceDetectionModel MODEL = FaceDetectionModel.load();

    private final FaceDetectionNetwork network = new FaceDetectionNetwork(MODEL);
    private final double likeness;

    /** @param likeness the least one of those that are told */
    public NetworkFaceDetector(double likeness) {
        this.likeness = likeness;
    }

    @Override
    public List<FaceRegion> find(byte[] luma, int width, int height) {
        List<FaceRegion> found = new ArrayList<>(broadly(luma, width, height, true));
        for (int part = 0; part < TURNS; part++) {
            found.addAll(closely(luma, width, height, part, false));
        }
        return distinct(found, broadly(luma, width, height, false));
    }

    @Override
    public List<FaceRegion> glance(byte[] luma, int width, int height, int turn) {
        boolean mirrored = (turn + turn / TURNS) % 2 != 0;
        return distinct(
                closely(luma, width, height, turn % TURNS, mirrored), broadly(luma, width, height, turn % 2 != 0));
    }

    /** Looks once, at a small picture: for those of which only how many there are matters. */
    public List<FaceRegion> findLarge(byte[] luma, int width, int height) {
        GreyPicture picture = new GreyPicture(luma, width, height, Math.max(width, height), false);
        return distinct(look(picture, picture.whole()), List.of());
    }

    private List<FaceRegion> broadly(byte[] luma, int width, int height, boolean otherwise) {
        int most = MOST_ENLARGED * Math.max(width, height);
        return IntStream.of(COARSE, MIDDLE)
                .map(side -> Math.min(most, (int) (otherwise ? OTHERWISE * side : side)))
                .distinct()
                .mapToObj(side -> new GreyPicture(luma, width, height, side, otherwise))
                .flatMap(picture -> look(picture, picture.whole()).stream())
                .toList();
    }

    private List<FaceRegion> closely(byte[] luma, int width, int height, int part, boolean mirrored) {
        int side = Math.min(FINE, MOST_ENLARGED * Math.max(width, height));
        GreyPicture picture = new GreyPicture(luma, width, height, side, mirrored);
        return side <= MIDDLE ? List.of() : look(picture, picture.quarter(part, SHARED));
    }

    private List<FaceRegion> look(GreyPicture picture, GreyPicture.Window window) {
        FaceDetectionNetwork.Answer answer = network.run(picture.planes(window));
        double back = (double) Math.max(picture.width(), picture.height()) / picture.longer();
        List<FaceRegion> found = new ArrayList<>();
        for (int place = 0; place < answer.scores().size(); place++) {
            double score = 1 / (1 + Math.exp(-answer.scores().at(0, place)));
            if (score >= likeness) {
                FaceRegion region = region(answer.places(), place, window, score);
                found.add((picture.mirrored() ? region.mirrored(picture.newWidth()) : region).scaled(back));
            }
        }
        return found;
    }

    /** Channels 0 to 3 are the centre's distance from the place, and the size, in pixels; the others are not read. */
    private static FaceRegion region(FeaturePlanes places, int place, GreyPicture.Window window, double score) {
        double x = window.x() + (place % places.width() + 0.5) * STRIDE + places.at(0, place);
        double y = window.y() + (place / places.width() + 0.5) * STRIDE + places.at(1, place);
        double width = places.at(2, place);
        double height = places.at(3, place);
        return new FaceRegion(x - width / 2, y - height / 2, width, height, score);
    }

    private static List<FaceRegion> distinct(List<FaceRegion> some, List<FaceRegion> others) {
        List<FaceRegion> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparingDouble(FaceRegion::likeness).reversed());
        List<FaceRegion> kept = new ArrayList<>();
        for (FaceRegion region : all) {
            if (kept.stream().noneMatch(other -> other.overlap(region) > SAME)) {
                kept.add(region);
            }
        }
        return kept;
    }
}
