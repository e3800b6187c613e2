package ma.balagh.accuracy.copies;

import static ma.balagh.accuracy.copies.ClipChange.named;
import static ma.balagh.accuracy.copies.OverlayFilterBuilder.inset;

import java.util.List;
import ma.balagh.accuracy.copies.CopySources.Source;

/** Those that copy detectors miss: colours inverted, pictures turned or small, seconds reversed or few. */
final class HarderChanges {

    private static final String HALF = "[in]scale=%1$s,setsar=1[a];[backdrop]scale=%1$s,setsar=1,fps={rate}[b];";
    private static final String SMALL = "scale=w='trunc(640*%1$s/2)*2':h='trunc(360*%1$s/2)*2'";

    static final List<ClipChange> ALL = List.of(
            named("negative").filtered("negate"),
            rotated(5),
            rotated(15),
            rotated(30),
            // A share of 0.35 of both sides is 12 % of the area; 0.5 is 25 %.
            named("inset12").filtered(inset(SMALL.formatted("0.35"), "W*0.6:H*0.1")),
            named("inset25_moving")
                    .filtered(inset(
                            SMALL.formatted("0.5"), "x='(W-w)*(0.5+0.4*sin(0.7*t))':y='(H-h)*(0.5+0.4*cos(0.5*t))'")),
            named("split_hstack").filtered(HALF.formatted("320:360") + "[a][b]hstack=shortest=1[out]"),
            named("split_vstack").filtered(HALF.formatted("640:180") + "[b][a]vstack=shortest=1[out]"),
            named("filmed_from_side")
                    .filtered("pad=ceil(iw*1.25/2)*2:ceil(ih*1.25/2)*2:(ow-iw)/2:(oh-ih)/2:0x181818,"
                            + "perspective=x0=0.05*W:y0=0:x1=0.8*W:y1=0.18*H:x2=0.05*W:y2=H:x3=0.8*W:y3=0.82*H"
                            + ":sense=destination"),
            named("still_part")
                    .edited(ClipEdit.stills(0, 0.5))
                    .filtered("crop=iw*0.6:ih*0.6:iw*0.3:ih*0.15")
                    .coded(CopyCoding.jpeg(5)),
            named("stills5").edited(ClipEdit.stills(2, 0.1, 0.3, 0.5, 0.7, 0.9)),
            named("montage_2s")
                    .edited(ClipEdit.foreign(Source.INTRO, 4)
                            .then(ClipEdit.excerpt(0.45, 2, 0))
                            .then(ClipEdit.foreign(Source.BACKDROP, 3))),
            named("mirror_crop_speed").edited(ClipEdit.whole().faster(1.3)).filtered("hflip,crop=iw*0.85:ih*0.85"),
            named("reversed").edited(ClipEdit.whole().backwards()),
            PostedChanges.ALL.stream()
                    .filter(change -> change.name().equals("vertical_blur"))
                    .findAny()
                    .orElseThrow(),
            named("slow050").edited(ClipEdit.whole().faster(0.5)));

    private HarderChanges() {}

    private static ClipChange rotated(int degrees) {
        return named("rot" + degrees).filtered("rotate=%d*PI/180:fillcolor=black".formatted(degrees));
    }
}
