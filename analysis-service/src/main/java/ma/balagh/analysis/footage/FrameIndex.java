package ma.balagh.analysis.footage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import ma.balagh.analysis.footage.PictureAlignment.Rectangle;

/**
 * The fingerprints of all frames of all tracks, each kept once, for finding the tracks that have a frame near to any of
 * a medium's: exactly, and by one pass over memory, unless the medium is long.
 *
 * @param blocks of frames in the order of their tracks and times
 * @param frames how many there are
 */
record FrameIndex(AppendOnlyList<Known> tracks, AppendOnlyList<FrameBlock> blocks, int frames) {

    /** From so many pictures on, in two variants that are not each other's mirror image, all are looked for together. */
    private static final int MANY = 1024;
    /** Words that are looked for at once: their table and a part of the frames take some 60 MB. */
    private static final int JOINED = FingerprintTrack.WORDS << 18;

    static final FrameIndex EMPTY = new FrameIndex(AppendOnlyList.empty(), AppendOnlyList.empty(), 0);

    /**
     * A track without its words.
     *
     * @param start its first frame, counted through all tracks
     */
    record Known(FrameTimeline timeline, List<Rectangle> areas, int start) {}

    /** The index with one more track. Only the newest may be extended. */
    FrameIndex with(FingerprintTrack track) {
        AppendOnlyList<FrameBlock> longer = blocks;
        int end = Math.addExact(frames, track.size());
        for (int frame = frames; frame < end; frame++) {
            if (frame == longer.size() * FrameBlock.SIZE) {
                longer = longer.with(new FrameBlock());
            }
            longer.get(frame / FrameBlock.SIZE)
                    .set(frame % FrameBlock.SIZE, track.words(), (frame - frames) * FingerprintTrack.WORDS);
        }
        return new FrameIndex(tracks.with(new Known(track.timeline(), track.areas(), frames)), longer, end);
    }

    /** The track with its words. */
    FingerprintTrack track(int number) {
        Known known = tracks.get(number);
        var words = new long[known.timeline().size() * FingerprintTrack.WORDS];
        for (int k = 0; k < known.timeline().size(); k++) {
            read(known.start() + k, words, k * FingerprintTrack.WORDS);
        }
        return new FingerprintTrack(known.timeline(), words, known.areas());
    }

    private void read(int frame, long[] words, int offset) {
        blocks.get(frame / FrameBlock.SIZE).get(frame % FrameBlock.SIZE, words, offset);
    }

    /**
     * The tracks, from one on, of which any frame that is not plain is within the distance of any of the query's. Those of
     * a long query are looked for together, by {@link MultiIndexFrameMatcher}.
     */
    BitSet near(FrameQuery query, int distance, int firstTrack) {
        var near = new BitSet();
        int first = firstTrack < tracks.size() ? tracks.get(firstTrack).start() : frames;
        if (query.bundles().size() >= MANY && frames - first >= MANY) {
            long[] words = query.words();
            for (int from = 0; from < words.length; from += JOINED) {
                new MultiIndexFrameMatcher(Arrays.copyOfRange(words, from, Math.min(words.length, from + JOINED)))
                        .look(blocks, first, frames, distance, (sought, frame) -> add(trackOf(frame), frame, near));
            }
            return near;
        }
        for (int b = first / FrameBlock.SIZE; b * FrameBlock.SIZE < frames; b++) {
            FrameBlock block = blocks.get(b);
            for (FrameQuery.Bundle bundle : query.bundles()) {
                if (block.nearest(bundle.centre()) <= distance + bundle.reach()) {
                    look(b, Math.max(first, b * FrameBlock.SIZE), bundle, distance, near);
                }
            }
        }
        return near;
    }

    /** Looks at each frame of a block, from one on. */
    private void look(int b, int first, FrameQuery.Bundle bundle, int distance, BitSet near) {
        FrameBlock block = blocks.get(b);
        int end = Math.min(frames, (b + 1) * FrameBlock.SIZE);
        var words = new long[FingerprintTrack.WORDS];
        for (int frame = first; frame < end; frame++) {
            if (block.distance(frame % FrameBlock.SIZE, bundle.centre()) <= distance + bundle.reach()) {
                int number = trackOf(frame);
                Known track = tracks.get(number);
                if (!near.get(number) && !track.timeline().plain()[frame - track.start()]) {
                    read(frame, words, 0);
                    if (bundle.isNear(words, distance)) {
                        near.set(number);
                    }
                }
            }
        }
    }

    private void add(int number, int frame, BitSet near) {
        Known track = tracks.get(number);
        if (!track.timeline().plain()[frame - track.start()]) {
            near.set(number);
        }
    }

    private int trackOf(int frame) {
        int low = 0;
        int high = tracks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tracks.get(middle).start() <= frame) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
