package ma.balagh.accuracy.copies;

/** What publishers lay over pictures, as filters of FFmpeg. */
final class OverlayFilterBuilder {

    private OverlayFilterBuilder() {}

    /** A line of writing; position and size are expressions of drawtext. */
    static String writing(String text, String x, String y, String size, String colour) {
        return "drawtext=font=Sans:text='%s':x=%s:y=%s:fontsize=%s:fontcolor=%s".formatted(text, x, y, size, colour);
    }

    /** A dark bar, the width of the picture, with a line in it; from one share of the height to another. */
    static String caption(String text, double from, double to) {
        double height = to - from;
        return "drawbox=x=0:y=ih*%s:w=iw:h=ih*%s:color=black@0.85:t=fill,".formatted(from, height)
                + writing(text, "(w-tw)/2", "h*" + (from + 0.3 * height), "w/22", "yellow");
    }

    /** After this filter, an opaque badge with such a share of the original's width at this place of the picture. */
    static String logo(String filter, String share, String place) {
        return "[in]" + filter + "[v];color=c=red:s=160x90:r={rate},drawbox=x=0:y=0:w=iw:h=ih:color=white:t=8,"
                + writing("NEWS24", "(w-tw)/2", "(h-th)/2", "32", "white")
                + ",scale=w='trunc({w}*" + share + "/2)*2':h=-2[l];[v][l]overlay=" + place + ":shortest=1[out]";
    }

    /** The picture, scaled by a filter, in a view of the backdrop that is 640 pixels wide, at a place. */
    static String inset(String scale, String place) {
        return "[backdrop]scale=640:360,setsar=1,fps={rate}[b];[in]" + scale + ",setsar=1[f];[b][f]overlay=" + place
                + ":shortest=1[out]";
    }
}
