package ma.balagh.accuracy.copies;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import ma.balagh.accuracy.copies.AlteredCopy.CopySpan;
import ma.balagh.accuracy.copies.ClipChange.Pass;
import ma.balagh.accuracy.copies.CopySources.Source;
import ma.balagh.accuracy.media.VideoClip;

/** How one copy is made, and what it then shows. */
final class CopyBuilder {

    private static final String EVEN = "scale=trunc(iw/2)*2:trunc(ih/2)*2,setsar=1";

    private final ClipChange change;
    private final CopySources sources;
    private final List<EditPiece> pieces;

    CopyBuilder(ClipChange change, CopySources sources) {
        this.change = change;
        this.sources = sources;
        this.pieces = change.edit().of(sources);
    }

    /** Whether the original is long enough for it. */
    boolean isPossible() {
        return !pieces.isEmpty();
    }

    String name() {
        return sources.original().stem() + "." + change.name() + "." + change.extension();
    }

    /** What it shows, in the order of its seconds; pieces that go on where the one before ended are one. */
    List<CopySpan> spans() {
        var spans = new ArrayList<CopySpan>();
        double at = 0;
        for (int k = 0; k < pieces.size(); k++) {
            double begin = at;
            double sourceBegin = pieces.get(k).from();
            at += pieces.get(k).length();
            while (k + 1 < pieces.size() && pieces.get(k).isContinuedBy(pieces.get(k + 1))) {
                k++;
                at += pieces.get(k).length();
            }
            EditPiece last = pieces.get(k);
            spans.add(span(begin, at, last.source(), sourceBegin, last.to(), last.reversed()));
        }
        if (change.hasBackdrop()) {
            double once = sources.backdrop().seconds();
            for (double begin = 0; begin < at; begin += once) {
                double end = Math.min(at, begin + once);
                spans.add(span(begin, end, Source.BACKDROP, 0, end - begin, false));
            }
        }
        return spans;
    }

    private CopySpan span(double from, double to, Source source, double sourceFrom, double sourceTo, boolean reversed) {
        return new CopySpan(
                millis(from), millis(to), sources.clip(source).name(), millis(sourceFrom), millis(sourceTo), reversed);
    }

    private static double millis(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    /** Arguments of FFmpeg but for the file that is written, for the first pass. */
    List<String> firstPass() {
        var arguments = new ArrayList<String>();
        if (!change.inputOptions().isEmpty()) {
            arguments.addAll(List.of(change.inputOptions().split(" ")));
            arguments.addAll(List.of("-i", file(Source.ORIGINAL), "-map", "0:v"));
            arguments.addAll(coding(change.passes().getFirst()));
            return arguments;
        }
        Map<Source, Integer> inputs = new EnumMap<>(Source.class);
        for (EditPiece piece : pieces) {
            if (!inputs.containsKey(piece.source())) {
                inputs.put(piece.source(), inputs.size());
                arguments.addAll(List.of("-i", file(piece.source())));
            }
        }
        if (change.hasBackdrop()) {
            arguments.addAll(List.of("-stream_loop", "-1", "-i", file(Source.BACKDROP)));
        }
        String graph = edit(inputs) + ";" + filter(change.passes().getFirst(), "edited", inputs.size() + ":v");
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[even]"));
        arguments.addAll(coding(change.passes().getFirst()));
        return arguments;
    }

    /** The same for what is read from the file that the pass before wrote. */
    List<String> laterPass(Pass pass, String before) {
        var arguments = new ArrayList<>(List.of("-i", before));
        arguments.addAll(List.of("-filter_complex", filter(pass, "0:v", ""), "-map", "[even]"));
        arguments.addAll(coding(pass));
        return arguments;
    }

    private String file(Source source) {
        return sources.clip(source).file().toString();
    }

    private static List<String> coding(Pass pass) {
        return List.of(pass.coding().options().split(" "));
    }

    /** A graph from the inputs to {@code [edited]}: each piece cut out, then one after another. */
    private String edit(Map<Source, Integer> inputs) {
        if (pieces.size() == 1) {
            return "[0:v]" + cut(pieces.getFirst()) + "[edited]";
        }
        var graph = new StringJoiner(";");
        for (var input : inputs.entrySet()) {
            var parts = new StringBuilder();
            int count = 0;
            for (int k = 0; k < pieces.size(); k++) {
                if (pieces.get(k).source() == input.getKey()) {
                    parts.append("[i").append(k).append(']');
                    count++;
                }
            }
            graph.add("[" + input.getValue() + ":v]split=" + count + parts);
        }
        var all = new StringBuilder();
        VideoClip original = sources.original();
        String alike = "," + rate() + ",scale=" + original.width() + ":" + original.height() + ",setsar=1";
        for (int k = 0; k < pieces.size(); k++) {
            graph.add("[i" + k + "]" + cut(pieces.get(k)) + alike + "[p" + k + "]");
            all.append("[p").append(k).append(']');
        }
        return graph.add(all + "concat=n=" + pieces.size() + ":v=1," + rate() + "[edited]")
                .toString();
    }

    private String cut(EditPiece piece) {
        if (piece.isStill()) {
            String begin = "trim=start=" + number(piece.from()) + ",setpts=PTS-STARTPTS,";
            String length = number(piece.length());
            return piece.length() == 0
                    ? begin + "trim=end_frame=1"
                    : begin + rate() + ",trim=end_frame=1,tpad=stop_mode=clone:stop_duration=" + length
                            + ",trim=duration=" + length;
        }
        var filters = new StringJoiner(",");
        if (piece.from() > 0 || piece.to() < sources.seconds(piece.source())) {
            filters.add("trim=start=" + number(piece.from()) + ":end=" + number(piece.to()));
            filters.add("setpts=PTS-STARTPTS");
        }
        if (piece.speed() != 1) {
            filters.add("setpts=PTS/" + piece.speed()).add(rate());
        }
        if (piece.reversed()) {
            filters.add("reverse");
        }
        // A clip that is shown as it is keeps its times.
        return filters.length() == 0 ? "null" : filters.toString();
    }

    private String rate() {
        return "fps=" + sources.original().rate();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private String filter(Pass pass, String in, String backdrop) {
        String graph = pass.filter().contains("[in]") ? pass.filter() : "[in]" + pass.filter() + "[out]";
        return graph.replace("[in]", "[" + in + "]")
                        .replace("[backdrop]", "[" + backdrop + "]")
                        .replace("{w}", String.valueOf(sources.original().width()))
                        .replace("{h}", String.valueOf(sources.original().height()))
                        .replace("{rate}", sources.original().rate())
                + ";[out]" + EVEN + "[even]";
    }

    ClipChange change() {
        return change;
    }

    CopySources sources() {
        return sources;
    }
}
