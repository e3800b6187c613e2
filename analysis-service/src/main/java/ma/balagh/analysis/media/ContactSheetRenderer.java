package ma.balagh.analysis.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.media.DecodingResult.Still;

/** Draws stills on one sheet, each with its time below it. */
@ApplicationScoped
public class ContactSheetRenderer {

    private static final int COLUMNS = 4;
    private static final int PICTURE = 320;
    private static final String PICTURES = "stills";
    private static final String LABELS = "labels";
    private static final String SHEET = "sheet";

    private final MediaReader reader;
    private final MediaConfig media;
    private final ToolSandbox sandbox;

    public ContactSheetRenderer(MediaReader reader, MediaConfig media) {
        this.reader = reader;
        this.media = media;
        this.sandbox = new ToolSandbox(ToolLimits.of(media));
    }

    /**
     * @param stills at least one, all of one medium
     * @return a JPEG
     * @throws IOException when it cannot be drawn
     */
    public byte[] draw(List<Still> stills) throws IOException, InterruptedException {
        try (ScratchDirectory scratch = reader.scratch()) {
            Path directory = scratch.directory();
            try (OutputStream pictures = Files.newOutputStream(directory.resolve(PICTURES));
                    OutputStream labels = Files.newOutputStream(directory.resolve(LABELS))) {
                for (Still still : stills) {
                    pictures.write(still.jpeg());
                    labels.write(TimeLabelRenderer.of(still.at()));
                }
            }
            var ending =
                    sandbox.run(command(stills.size()), directory, media.probeTimeLimit(), RenderToolRunner::nothing);
            if (!ending.clean() || !Files.exists(directory.resolve(SHEET))) {
                throw new IOException(ToolErrorFilter.firstOf(ending.errors(), "no sheet"));
            }
            return Files.readAllBytes(directory.resolve(SHEET));
        }
    }

    private List<String> command(int stills) throws IOException {
        int columns = Math.min(COLUMNS, stills);
        int rows = Math.ceilDiv(stills, columns);
        var command = new ArrayList<>(List.of(MediaReader.program(media.ffmpeg()), "-hide_banner", "-nostdin", "-v"));
        command.addAll(List.of("error", "-protocol_whitelist", "file,pipe", "-framerate", "1", "-f", "jpeg_pipe"));
        command.addAll(List.of("-i", "file:" + PICTURES, "-f", "rawvideo", "-pix_fmt", "gray", "-framerate", "1"));
        command.addAll(List.of(
                "-video_size", TimeLabelRenderer.WIDTH + "x" + TimeLabelRenderer.HEIGHT, "-i", "file:" + LABELS));
        command.addAll(List.of("-filter_complex", filters(columns, rows)));
        command.addAll(List.of("-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3", "-f", "image2", "-update", "1"));
        command.add("file:" + SHEET);
        return command;
    }

    private static String filters(int columns, int rows) {
        return "[0:v]scale=w=%1$d:h=%1$d:force_original_aspect_ratio=decrease,".formatted(PICTURE)
                + "pad=w=iw+8:h=ih+%d:x=4:y=4:color=white,format=yuvj420p[p];".formatted(TimeLabelRenderer.HEIGHT + 12)
                + "[p][1:v]overlay=x=4:y=H-h-4,tile=%dx%d:color=white,format=yuvj420p".formatted(columns, rows);
    }
}
