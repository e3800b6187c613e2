package ma.balagh.analysis.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads the packets that ffprobe lists. They come in the same JSON document as its format and its streams, before them,
 * so that one process tells all; a document of any length is read as a stream.
 */
public final class PacketReader {

    /** Name of the array in ffprobe's document. */
    public static final String FIELD = "packets";

    /** What makes ffprobe list them, beside {@code -show_format -show_streams}. */
    public static final List<String> ARGUMENTS = List.of(
            "-read_intervals",
            "%+#" + MediumPackets.MOST,
            "-show_entries",
            "packet=stream_index,pts_time,dts_time,duration_time,size,flags",
            "-print_format",
            "json=compact=1");

    private static final JsonFactory JSON = new JsonFactory();

    private final MediumPackets packets = new MediumPackets();

    /** Those of a document that ffprobe wrote; whatever else it holds is passed over. */
    public static MediumPackets read(InputStream document) throws IOException {
        try (JsonParser parser = JSON.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("ffprobe wrote no document");
            }
            MediumPackets packets = MediumPackets.NONE;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = FIELD.equals(parser.currentName());
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    packets = readArray(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return packets;
        }
    }

    /**
     * Those of an array.
     *
     * @param parser at the array's start; afterwards at its end
     */
    public static MediumPackets readArray(JsonParser parser) throws IOException {
        var reader = new PacketReader();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            reader.readPacket(parser);
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("ffprobe lists something else than packets");
        }
        reader.packets.beginAtZero();
        return reader.packets;
    }

    private void readPacket(JsonParser parser) throws IOException {
        int stream = -1;
        double shown = Double.NaN;
        double decoded = Double.NaN;
        double duration = Double.NaN;
        int size = 0;
        String flags = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!parser.nextToken().isScalarValue()) {
                parser.skipChildren();
                continue;
            }
            switch (name) {
                case "stream_index" -> stream = (int) number(parser, -1);
                case "pts_time" -> shown = number(parser, Double.NaN);
                case "dts_time" -> decoded = number(parser, Double.NaN);
                case "duration_time" -> duration = number(parser, Double.NaN);
                case "size" -> size = (int) number(parser, 0);
                case "flags" -> flags = parser.getText();
                default -> {
                    // Other versions of ffprobe may say more.
                }
            }
        }
        if (flags.indexOf('D') >= 0 || stream < 0) {
            packets.passOver();
            return;
        }
        PacketTrack track = packets.trackToFill(stream);
        if (track != null) {
            track.add(shown, decoded, duration, Math.max(size, 0), flags.indexOf('K') >= 0);
        }
    }

    /** Times beyond a century are a container's nonsense, and would overflow. */
    private static double number(JsonParser parser, double otherwise) throws IOException {
        try {
            double value = Double.parseDouble(parser.getText());
            return Math.abs(value) < 4e9 ? value : otherwise;
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
