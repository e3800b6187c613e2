package ma.balagh.accuracy.copies;

import static ma.balagh.accuracy.copies.ClipChange.named;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.caption;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.inset;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.logo;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.writing;

import java.util.List;
import ma.balagh.accuracy.copies.CopySources.Source;

/** Copies as people post them: what platforms, messengers and publishers do, and those who hide that it is a copy. */
final class PostedChanges {

    private static final String LETTERBOX = "pad=iw:ceil(ih*%s/2)*2:0:(oh-ih)/2:black";

    static final List<ClipChange> ALL = List.of(
            named("reenc_low").coded(CopyCoding.h264Rate(120)),
            named("scale240").filtered("scale=-2:240"),
            named("webm_vp9")
                    .coded(new CopyCoding(
                            "webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -threads 1 -b:v 200k")),
            named("wa3x")
                    .filtered("scale=w='if(gt(iw,ih),min(480,iw),-2)':h='if(gt(iw,ih),-2,min(480,ih))'")
                    .coded(CopyCoding.baseline(32))
                    .then("scale=iw*0.9:-2", CopyCoding.baseline(33))
                    .then("null", CopyCoding.baseline(34)),
            named("crop10").filtered("crop=iw*0.9:ih*0.9"),
            named("crop20").filtered("crop=iw*0.8:ih*0.8"),
            named("crop_off30").filtered("crop=iw*0.7:ih*0.7:0:0"),
            named("letterbox").filtered(LETTERBOX.formatted("1.33")),
            named("vertical_blur")
                    .filtered("[in]split[a][b];"
                            + "[a]scale=360:640:force_original_aspect_ratio=increase,crop=360:640,gblur=sigma=20[back];"
                            + "[b]scale=360:640:force_original_aspect_ratio=decrease[front];"
                            + "[back][front]overlay=(W-w)/2:(H-h)/2[out]"),
            named("border")
                    .filtered("scale=iw*0.8:ih*0.8,pad=ceil(iw/0.8/2)*2:ceil(ih/0.8/2)*2:(ow-iw)/2:(oh-ih)/2:0x2040a0"),
            named("logo").filtered(logo("null", "0.2", "W-w-10:10")),
            named("watermark_big")
                    .filtered(writing("@street_leaks", "(w-tw)/2", "(h-th)/2", "w/9", "white@0.45")
                            + ":borderw=1:bordercolor=black@0.4"),
            named("caption").filtered(caption("BREAKING ROBBERY CAUGHT ON CAM", 0.8, 1)),
            named("bright").filtered("eq=brightness=0.12:contrast=1.25:gamma=1.2"),
            named("gray").filtered("hue=s=0"),
            named("blur").filtered("gblur=sigma=3"),
            named("noise").filtered("noise=alls=25:allf=t").coded(CopyCoding.h264Rate(400)),
            named("trim_mid").edited(ClipEdit.middle(5)),
            named("trim_2s").edited(ClipEdit.excerpt(0.37, 2, 0)),
            named("speed125").edited(ClipEdit.whole().faster(1.25)),
            named("fps12").filtered("fps=12"),
            named("mirror").filtered("hflip"),
            named("rot90").filtered("transpose=1"),
            named("rot90meta").read("-display_rotation 90").coded(CopyCoding.unchanged()),
            named("pip").filtered(inset("scale=320:240:force_original_aspect_ratio=decrease", "W-w-16:H-h-16")),
            named("screenrec")
                    .filtered(
                            "perspective=x0=0.06*W:y0=0.04*H:x1=0.97*W:y1=0.07*H:x2=0.02*W:y2=0.95*H:x3=0.99*W:y3=0.93*H"
                                    + ":sense=source,noise=alls=14:allf=t,eq=contrast=0.85:brightness=0.05:saturation=0.8,"
                                    + "gblur=sigma=0.8"),
            named("concat_intro").edited(ClipEdit.foreign(Source.INTRO, 5).then(ClipEdit.whole())),
            named("excerpt3in15")
                    .edited(ClipEdit.foreign(Source.INTRO, 6)
                            .then(ClipEdit.excerpt(0.3, 3, 0))
                            .then(ClipEdit.foreign(Source.BACKDROP, 6))),
            named("shuffle").edited(ClipEdit.shuffled(0, 2, 0, 1)),
            named("combo_evade")
                    .edited(ClipEdit.whole().faster(1.1))
                    .filtered(logo("hflip,crop=iw*0.92:ih*0.92,hue=s=1.2", "0.17", "10:10"))
                    .coded(CopyCoding.h264(30)),
            named("combo_repost")
                    .filtered(logo(
                                    "crop=iw*0.95:ih*0.95," + LETTERBOX.formatted("1.25") + ","
                                            + writing("watch till end", "(w-tw)/2", "h*0.03", "w/18", "white"),
                                    "0.17",
                                    "W-w-8:H-h-8")
                            .replace("[out]", "[o];[o]scale=-2:300[out]"))
                    .coded(CopyCoding.h264Rate(150)));

    private PostedChanges() {}
}
