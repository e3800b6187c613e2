package ma.balagh.accuracy.copies;

import ma.balagh.accuracy.media.VideoClip;

/**
 * What a copy is made of.
 *
 * @param original the clip that is copied
 * @param intro foreign footage that is shown before it
 * @param backdrop foreign footage that is shown behind, beside or after it
 */
record CopySources(VideoClip original, VideoClip intro, VideoClip backdrop) {

    /** Which of them. */
    enum Source {
        ORIGINAL,
        INTRO,
        BACKDROP
    }

    VideoClip clip(Source source) {
        return switch (source) {
            case ORIGINAL -> original;
            case INTRO -> intro;
            case BACKDROP -> backdrop;
        };
    }

    double seconds(Source source) {
        return clip(source).seconds();
    }
}
