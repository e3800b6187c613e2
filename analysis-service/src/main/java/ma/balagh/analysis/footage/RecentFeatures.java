package ma.balagh.analysis.footage;

import java.util.List;
import ma.balagh.analysis.feature.LocalFeatures;

/**
 * The features of media that lie in no segment yet, in memory. It shares what it holds with later ones, which only write
 * behind this one's end.
 *
 * @param firstEntry the first medium, by its place in the index
 * @param media the keyframes of each
 * @param pictures keyframes with features of their own, of all media
 */
record RecentFeatures(
        int firstEntry,
        AppendOnlyList<MediumKeyframes> media,
        AppendOnlyList<Picture> pictures,
        RecentFeatureIndex buckets)
        implements FeatureStore {

    /** @param entry its medium, by its place in the index */
    record Picture(int entry, LocalFeatures features) {}

    static RecentFeatures from(int firstEntry) {
        return new RecentFeatures(firstEntry, AppendOnlyList.empty(), AppendOnlyList.empty(), new RecentFeatureIndex());
    }

    /** With one more medium. Only the newest may be extended. */
    RecentFeatures with(MediumKeyframes added) {
        AppendOnlyList<Picture> all = pictures;
        for (LocalFeatures set : added.distinct()) {
            buckets.add(all.size(), set);
            all = all.with(new Picture(endEntry(), set));
        }
        return new RecentFeatures(firstEntry, media.with(added), all, buckets);
    }

    /** Those from a medium on, in memory of their own. */
    RecentFeatures since(int entry) {
        RecentFeatures left = from(entry);
        List<MediumKeyframes> kept = media.subList(entry - firstEntry, media.size());
        for (MediumKeyframes keyframes : kept) {
            left = left.with(keyframes);
        }
        return left;
    }

    @Override
    public int endEntry() {
        return firstEntry + media.size();
    }

    @Override
    public int keyframes() {
        return pictures.size();
    }

    @Override
    public int firstKeyframe(int entry) {
        int low = 0;
        int high = pictures.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pictures.get(middle).entry() < entry) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int entry(int keyframe) {
        return pictures.get(keyframe).entry();
    }

    @Override
    public LocalFeatures features(int keyframe) {
        return pictures.get(keyframe).features();
    }

    @Override
    public MediumKeyframes keyframesOf(int entry) {
        return media.get(entry - firstEntry);
    }

    @Override
    public void look(FeatureLookupTable lookups, CandidateVoteCounter ballot) {
        buckets.look(lookups, ballot);
    }
}
