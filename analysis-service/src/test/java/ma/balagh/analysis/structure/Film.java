package ma.balagh.analysis.structure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes films box by box, as recorders do: all headers, and a few bytes in place of what is coded. */
public final class Film {

    private static final Instant EPOCH = Instant.parse("1904-01-01T00:00:00Z");
    private static final int SCALE = 600;

    private record Track(String kind, String handler, String maker, String codec, double seconds, long created) {}

    private final List<Track> tracks = new ArrayList<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final List<byte[]> userData = new ArrayList<>();
    private final List<byte[]> outermost = new ArrayList<>();
    private String major = "isom";
    private int minor = 512;
    private String[] brands = {"isom", "iso2", "avc1", "mp41"};
    private String[] order = {"mdat", "moov"};
    private long created;
    private long modified;
    private double seconds;
    private byte[] edits = {};

    /** As an iPhone writes it. */
    public static Film iphone() {
        return new Film()
                .brands("qt  ", 0, "qt  ")
                .order("wide", "mdat", "moov")
                .track("vide", "Core Media Video", "appl", "hvc1", 10)
                .track("soun", "Core Media Audio", "appl", "mp4a", 10)
                .key("com.apple.quicktime.make", "Apple")
                .key("com.apple.quicktime.model", "iPhone 12")
                .key("com.apple.quicktime.software", "16.1")
                .key("com.apple.quicktime.creationdate", "2023-04-28T18:52:17+0100")
                .times(Instant.parse("2023-04-28T17:52:17Z"), Instant.parse("2023-04-28T17:52:27Z"));
    }

    /** As the camera of a Samsung phone writes it. */
    static Film samsung() {
        return new Film()
                .brands("mp42", 0, "isom", "mp42")
                .track("vide", "VideoHandle", "", "avc1", 10)
                .track("soun", "SoundHandle", "", "mp4a", 10)
                .key("com.android.version", "12")
                .userData("smrd", "TRUEBLUE")
                .userData("smta", "1234");
    }

    public Film brands(String newMajor, int newMinor, String... compatible) {
        major = newMajor;
        minor = newMinor;
        brands = compatible;
        return this;
    }

    public Film order(String... boxes) {
        order = boxes;
        return this;
    }

    public Film times(Instant newCreated, Instant newModified) {
        created = Duration.between(EPOCH, newCreated).toSeconds();
        modified = Duration.between(EPOCH, newModified).toSeconds();
        return this;
    }

    public Film track(String kind, String handler, String maker, String codec, double length) {
        tracks.add(new Track(kind, handler, maker, codec, length, created));
        seconds = Math.max(seconds, length);
        return this;
    }

    public Film noTracks() {
        tracks.clear();
        return this;
    }

    public Film seconds(double length) {
        seconds = length;
        return this;
    }

    public Film key(String name, String value) {
        keys.put(name, value);
        return this;
    }

    Film userData(String type, String text) {
        userData.add(box(type, text(text)));
        return this;
    }

    Film outermost(String type, byte[] body) {
        outermost.add(box(type, body));
        return this;
    }

    /** All tracks show only this stretch of their media. */
    Film shownOnly(double from, double length) {
        edits = box("edts", box("elst", ints(0, 1, (int) (length * SCALE), (int) (from * SCALE), 0x10000)));
        return this;
    }

    public byte[] bytes() {
        byte[] kinds = text(String.join("", brands));
        List<byte[]> all = new ArrayList<>(List.of(box("ftyp", text(major), ints(minor), kinds)));
        all.addAll(outermost);
        for (String type : order) {
            all.add(type.equals("moov") ? moov() : box(type, type.equals("mdat") ? new byte[64] : new byte[0]));
        }
        return joined(all.toArray(byte[][]::new));
    }

    private byte[] moov() {
        byte[] header =
                box("mvhd", ints(0, (int) created, (int) modified, SCALE, (int) (seconds * SCALE)), new byte[80]);
        byte[] described = tracks.stream().map(this::trak).reduce(new byte[0], Film::joined);
        byte[] said = joined(userData.toArray(byte[][]::new));
        return box("moov", header, described, said.length == 0 ? said : box("udta", said), meta());
    }

    private byte[] trak(Track track) {
        int length = (int) (track.seconds() * SCALE);
        int at = (int) (track.created() == 0 ? created : track.created());
        byte[] handler = box(
                "hdlr",
                ints(0, 0),
                text(track.kind()),
                track.maker().isEmpty() ? ints(0) : text(track.maker()),
                ints(0, 0),
                text(track.handler() + "\0"));
        byte[] entry = box(track.codec(), new byte[track.kind().equals("vide") ? 78 : 28]);
        byte[] media = box(
                "mdia",
                box("mdhd", ints(0, at, (int) modified, SCALE, length, 0)),
                handler,
                box("minf", box("stbl", box("stsd", ints(0, 1), entry))));
        return box("trak", box("tkhd", ints(7, at, (int) modified, 1, 0, length), new byte[60]), edits, media);
    }

    private byte[] meta() {
        if (keys.isEmpty()) {
            return new byte[0];
        }
        byte[] names =
                keys.keySet().stream().map(key -> box("mdta", text(key))).reduce(ints(0, keys.size()), Film::joined);
        byte[] values = new byte[0];
        int number = 0;
        for (String value : keys.values()) {
            number++;
            values = joined(values, box(number, box("data", ints(1, 0), text(value))));
        }
        return box(
                "meta", box("hdlr", ints(0, 0), text("mdta"), new byte[13]), box("keys", names), box("ilst", values));
    }

    static byte[] box(String type, byte[]... parts) {
        return box(ByteBuffer.wrap(text(type)).getInt(), parts);
    }

    private static byte[] box(int type, byte[]... parts) {
        byte[] body = joined(parts);
        return joined(ints(body.length + 8, type), body);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ints(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    /** One byte for each letter, as types of boxes are written. */
    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
