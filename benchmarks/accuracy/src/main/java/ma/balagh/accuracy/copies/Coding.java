package ma.balagh.accuracy.copies;

import ma.balagh.accuracy.media.Ffmpeg;

/** How a copy is written: the extension of its name, and options of FFmpeg separated by spaces. */
record Coding(String extension, String options) {

    static final Coding USUAL = h264(27);

    static Coding h264(int crf) {
        return new Coding("mp4", Ffmpeg.h264(crf));
    }

    static Coding h264Rate(int kbits) {
        return new Coding("mp4", Ffmpeg.h264Rate(kbits));
    }

    /** As messengers write it. */
    static Coding baseline(int crf) {
        return new Coding("mp4", Ffmpeg.h264(crf) + " -profile:v baseline");
    }

    /** A picture. */
    static Coding jpeg(int quality) {
        return new Coding("jpg", "-frames:v 1 -q:v " + quality);
    }

    /** The same pictures, another container. */
    static Coding unchanged() {
        return new Coding("mp4", "-c copy");
    }

    boolean isPicture() {
        return extension.equals("jpg");
    }
}
