package ma.balagh.analysis.media;

import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.packet.PacketReader;

/** The call of ffprobe. */
final class ProbeCommand {

    private ProbeCommand() {}

    static List<String> of(String ffprobe, MediaConfig config) {
        var command = new ArrayList<>(List.of(ffprobe, "-hide_banner", "-v", "error"));
        command.addAll(InputOptions.of(config));
        command.addAll(List.of("-show_format", "-show_streams", "-show_stream_groups"));
        command.addAll(PacketReader.ARGUMENTS);
        command.add("file:medium");
        return command;
    }
}
