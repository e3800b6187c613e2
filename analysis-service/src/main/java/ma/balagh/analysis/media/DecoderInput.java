package ma.balagh.analysis.media;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What FFmpeg decodes to see a medium's picture.
 *
 * @param file in the scratch directory
 * @param head how the graph of filters begins: a filter's name can follow
 * @param threads of a decoder at most
 */
public record DecoderInput(String file, String head, int threads) {

    static final String MEDIUM = "medium";
    static final String DERIVED = "derived";

    /** A part of a picture that is coded on its own, as phones do in HEIC; x and y from the upper left, in pixels. */
    record Tile(int stream, int x, int y) {}

    /** What is done to a picture after it is decoded. */
    enum Turn {
        QUARTER_LEFT("transpose=cclock,", 3),
        HALF("hflip,vflip,", 2),
        QUARTER_RIGHT("transpose=clock,", 1),
        UPSIDE_DOWN("vflip,", 0),
        MIRRORED("hflip,", 0);

        private final String filter;
        private final int quarters;

        Turn(String filter, int quarters) {
            this.filter = filter;
            this.quarters = quarters;
        }

        /** Clockwise. */
        int quarters() {
            return quarters;
        }
    }

    /** A stream as it is. */
    static DecoderInput of(int stream) {
        return new DecoderInput(MEDIUM, "[0:" + stream + "]", Integer.MAX_VALUE);
    }

    /** What was made of the medium, because FFmpeg does not read it. */
    static DecoderInput derived() {
        return new DecoderInput(DERIVED, "[0:0]", Integer.MAX_VALUE);
    }

    /** Tiles put together, and what stands out over the picture's size cut off. */
    static DecoderInput of(List<Tile> tiles, int width, int height) {
        String inputs = tiles.stream().map(tile -> "[0:" + tile.stream() + "]").collect(Collectors.joining());
        String layout = tiles.stream().map(tile -> tile.x() + "_" + tile.y()).collect(Collectors.joining("|"));
        String together = tiles.size() == 1 ? "" : "xstack=inputs=" + tiles.size() + ":layout=" + layout + ",";
        // Each tile has a decoder of its own; more threads for each would not fit into the address space.
        return new DecoderInput(MEDIUM, inputs + together + "crop=" + width + ":" + height + ":0:0,", 1);
    }

    boolean isDerived() {
        return file.equals(DERIVED);
    }

    DecoderInput turned(List<Turn> turns) {
        return new DecoderInput(
                file, head + turns.stream().map(turn -> turn.filter).collect(Collectors.joining()), threads);
    }
}
