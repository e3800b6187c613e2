package ma.balagh.accuracy.copies;

import static ma.balagh.accuracy.copies.ClipChange.named;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.caption;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.inset;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.logo;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.writing;

import java.util.List;
import ma.balagh.accuracy.copies.CopySources.Source;

/** Other ways and other strengths, made to see whether what works for the posted ones works for those as well. */
final class FurtherChanges {

    static final List<ClipChange> ALL = List.of(
            named("blur5").filtered("gblur=sigma=5"),
            named("border12").filtered("pad=ceil(iw*1.24/2)*2:ceil(ih*1.24/2)*2:(ow-iw)/2:(oh-ih)/2:0xd0d0d0"),
            named("caption_low25").filtered(caption("WHO KNOWS THIS MAN", 0.75, 1)),
            named("caption_top").filtered(caption("LIVE FROM THE MARKET", 0, 0.18)),
            named("colour").filtered("hue=h=40:s=1.6"),
            named("combo_a")
                    .filtered("hflip,crop=iw*0.92:ih*0.92," + caption("SHARE BEFORE IT IS GONE", 0.8, 1))
                    .coded(CopyCoding.h264Rate(150)),
            named("combo_b")
                    .edited(ClipEdit.whole().faster(1.15))
                    .filtered(logo("eq=brightness=0.08,pad=iw:ceil(ih*1.2/2)*2:0:(oh-ih)/2:black", "0.17", "10:10"))
                    .coded(CopyCoding.h264(30)),
            named("concat_outro").edited(ClipEdit.whole().then(ClipEdit.foreign(Source.BACKDROP, 5))),
            named("crop15").filtered("crop=iw*0.85:ih*0.85"),
            named("crop_br25").filtered("crop=iw*0.75:ih*0.75:iw*0.25:ih*0.25"),
            named("crop_vertical").filtered("crop=w='min(iw,ih*9/16)':h='min(ih,iw*16/9)'"),
            named("dark").filtered("eq=brightness=-0.15:gamma=0.7"),
            named("excerpt_in20")
                    .edited(ClipEdit.foreign(Source.INTRO, 8)
                            .then(ClipEdit.excerpt(0.2, 4, 0))
                            .then(ClipEdit.looped(Source.BACKDROP, 8))),
            named("fps8").filtered("fps=8"),
            named("letterbox16").filtered("pad=iw:ceil(ih*1.47/2)*2:0:(oh-ih)/2:black"),
            named("logo_bl").filtered(logo("null", "0.22", "10:H-h-10")),
            named("long66")
                    .edited(ClipEdit.looped(Source.INTRO, 28)
                            .then(ClipEdit.whole())
                            .then(ClipEdit.looped(Source.BACKDROP, 28))),
            named("mpeg4").coded(new CopyCoding("avi", "-c:v mpeg4 -q:v 6 -threads 1")),
            named("noise35").filtered("noise=alls=35:allf=t"),
            named("pillarbox").filtered("pad=ceil(iw*1.33/2)*2:ih:(ow-iw)/2:0:black"),
            named("pip_tl").filtered(inset("scale=320:240:force_original_aspect_ratio=decrease", "16:16")),
            named("recut4").edited(ClipEdit.shuffled(9, 2, 0, 3, 1)),
            named("reenc_80k").coded(CopyCoding.h264Rate(80)),
            named("rot270").filtered("transpose=2"),
            named("rot4").filtered("rotate=4*PI/180:fillcolor=black"),
            named("rot8zoom").filtered("rotate=8*PI/180,crop=iw*0.78:ih*0.78"),
            named("scale180").filtered("scale=-2:180"),
            named("screenrec2")
                    .filtered(
                            "perspective=x0=0.02*W:y0=0.07*H:x1=0.95*W:y1=0.02*H:x2=0.05*W:y2=0.97*H:x3=0.98*W:y3=0.9*H"
                                    + ":sense=source,noise=alls=18:allf=t,eq=contrast=0.8:brightness=0.06:saturation=0.7,"
                                    + "gblur=sigma=1"),
            named("slow050").edited(ClipEdit.whole().faster(0.5)),
            named("speed080").edited(ClipEdit.whole().faster(0.8)),
            named("speed110").edited(ClipEdit.whole().faster(1.1)),
            named("speed150").edited(ClipEdit.whole().faster(1.5)),
            named("still").edited(ClipEdit.stills(0, 0.6)).coded(CopyCoding.jpeg(5)),
            named("still_crop")
                    .edited(ClipEdit.stills(0, 0.4))
                    .filtered("crop=iw*0.9:ih*0.9")
                    .coded(CopyCoding.jpeg(9)),
            named("trim2s_crop").edited(ClipEdit.excerpt(0.5, 2, 4)).filtered("crop=iw*0.85:ih*0.85"),
            named("trim_end").edited(ClipEdit.excerpt(0, 3, 4)),
            named("trim_start")
                    .edited(sources -> ClipEdit.excerpt(
                                    1 - 3 / sources.original().seconds(), 3, 4)
                            .of(sources)),
            named("vflip").filtered("vflip"),
            named("watermark_tile").filtered(tiles()));

    private FurtherChanges() {}

    /** A name all over the picture, three by three times. */
    private static String tiles() {
        var filter = new StringBuilder();
        for (int tile = 0; tile < 9; tile++) {
            int row = tile / 3;
            filter.append(tile == 0 ? "" : ",")
                    .append(writing(
                            "@leaks",
                            "w*" + (0.06 + 0.32 * (tile % 3)),
                            "h*" + (0.12 + 0.3 * row),
                            "w/14",
                            "white@0.4"));
        }
        return filter.toString();
    }
}
