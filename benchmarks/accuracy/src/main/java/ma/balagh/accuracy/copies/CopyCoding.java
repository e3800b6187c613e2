package ma.balagh.accuracy.copies;

import ma.balagh.accuracy.media.FfmpegRunner;

/** How a copy is written: the extension of its name, and options of FFmpeg separated by spaces. */
record CopyCoding(String extension, String options) {

    static final CopyCoding USUAL = h264(27);

    static CopyCoding h264(int crf) {
        return new CopyCoding("mp4", FfmpegRunner.h264(crf));
    }

    static CopyCoding h264Rate(int kbits) {
        return new CopyCoding("mp4", FfmpegRunner.h264Rate(kbits));
    }

    /** As messengers write it. */
    static CopyCoding baseline(int crf) {
        return new CopyCoding("mp4", FfmpegRunner.h264(crf) + " -profile:v baseline");
    }

    /** A picture. */
    static CopyCoding jpeg(int quality) {
        return new CopyCoding("jpg", "-frames:v 1 -q:v " + quality);
    }

    /** The same pictures, another container. */
    static CopyCoding unchanged() {
        return new CopyCoding("mp4", "-c copy");
    }

    boolean isPicture() {
        return extension.equals("jpg");
    }
}
