package ma.balagh.analysis.media;

import static ma.balagh.analysis.media.Bytes.ascii;
import static ma.balagh.analysis.media.Bytes.box;
import static ma.balagh.analysis.media.Bytes.ints;
import static ma.balagh.analysis.media.Bytes.joined;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that make whoever reads them look elsewhere: at an address that listens, or at a file that is there. */
final class References {

    private final String address;
    private final String secret;

    /**
     * @param port of this machine, where nobody may come
     * @param secret a clip that nobody may read
     */
    References(int port, Path secret) {
        this.address = "http://127.0.0.1:" + port + "/";
        this.secret = secret.toString();
    }

    List<HostileFile> all(HonestMedia media) {
        List<HostileFile> files = new ArrayList<>();
        for (String target : List.of(address + "a.ts", "file://" + secret, secret)) {
            files.addAll(playlists(target));
            files.addAll(quickTime(target));
            files.addAll(elsewhere(media.of("mp4"), target));
        }
        files.addAll(documents());
        return files;
    }

    private List<HostileFile> playlists(String target) {
        String hls = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n%s#EXTINF:1.0,\n%s\n#EXT-X-ENDLIST\n";
        String to = kind(target);
        return List.of(
                text("hls to " + to + ".mp4", hls.formatted("", target)),
                text(
                        "hls with a key to " + to,
                        hls.formatted("#EXT-X-KEY:METHOD=AES-128,URI=\"" + target + "\"\n", "a.ts")),
                text("hls with a map to " + to, hls.formatted("#EXT-X-MAP:URI=\"" + target + "\"\n", "a.ts")),
                text("hls variants to " + to, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n" + target + "\n"),
                text("concat to " + to + ".mp4", "ffconcat version 1.0\nfile '" + target + "'\n"),
                text("dash to " + to + ".mp4", """
                        <?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"
                        mediaPresentationDuration="PT10S"><Period><AdaptationSet mimeType="video/mp4"><Representation
                        id="1" bandwidth="1"><BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>
                        """.formatted(target)),
                text(
                        "asx to " + to + ".wmv",
                        "<ASX version=\"3.0\"><Entry><Ref href=\"" + target + "\"/></Entry></ASX>"),
                text("reference to " + to + ".asf", "[Reference]\r\nRef1=" + target + "\r\nRef2=" + target + "\r\n"),
                text("smil to " + to + ".smil", "<smil><body><video src=\"" + target + "\"/></body></smil>"),
                text("pls to " + to + ".pls", "[playlist]\nFile1=" + target + "\nNumberOfEntries=1\n"));
    }

    private List<HostileFile> quickTime(String target) {
        byte[] address = joined(ascii("url "), ints(target.length() + 1), ascii(target + "\0"));
        byte[] described = box("rmda", box("rdrf", ints(0), address), box("rmdr", ints(0, 1000)));
        return List.of(
                HostileFile.refused("reference film to " + kind(target) + ".mov", box("moov", box("rmra", described))),
                text("rtsp text to " + kind(target) + ".mov", "RTSPtext\r\n" + target + "\r\n"));
    }

    /** A clip whose samples are said to lie in another file. */
    private List<HostileFile> elsewhere(byte[] mp4, String target) {
        byte[] entry = box("url ", ints(0), ascii(target + "\0"));
        byte[] alias = box("alis", ints(0), alias(target));
        return List.of(
                HostileFile.any(
                        "data by address at " + kind(target) + ".mp4",
                        Mp4Film.of(mp4).with("dref", ints(0, 1), entry)),
                HostileFile.any(
                        "data by alias at " + kind(target) + ".mov",
                        Mp4Film.of(mp4).with("dref", ints(0, 1), alias)));
    }

    /** Of the classic Mac OS: 150 bytes, then pieces; 2 is the path. */
    private static byte[] alias(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(150 + 4 + bytes.length + bytes.length % 2 + 4)
                .putShort(150, (short) 2)
                .putShort(152, (short) bytes.length)
                .put(154, bytes)
                .putShort(154 + bytes.length + bytes.length % 2, (short) -1)
                .array();
    }

    private List<HostileFile> documents() {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"%sa.png\"/></svg>";
        String entities = "<!DOCTYPE a [<!ENTITY a \"lol\">%s]><a>&i;</a>";
        var more = new StringBuilder();
        for (char name = 'b'; name <= 'i'; name++) {
            String before = "&" + (char) (name - 1) + ";";
            more.append("<!ENTITY ")
                    .append(name)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">");
        }
        return List.of(
                text("drawing.png", svg.formatted(address)),
                text(
                        "page.mp4",
                        "<html><head><meta http-equiv=refresh content=\"0;url=" + address + "\"></head></html>"),
                text("entities.mp4", "<?xml version=\"1.0\"?>" + entities.formatted(more)),
                text("entity of a file.mp4", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file://" + secret + "\">]><a>&b;</a>"),
                text(
                        "session.sdp",
                        "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n"),
                text("subtitles.srt", "1\n00:00:00,000 --> 00:00:10,000\n<img src=\"" + address + "\">\n"),
                text(
                        "subtitles.ass",
                        "[Script Info]\nVideo File: " + secret
                                + "\n[Events]\nDialogue: 0,0:00:00.00,0:00:09.00,,,0,0,0,,x\n"),
                text(
                        "subtitles.vtt",
                        "WEBVTT\n\nSTYLE\n::cue { background: url(" + address + ") }\n\n00:00.000 --> 00:09.000\nx\n"),
                text("script.avs", "DirectShowSource(\"" + secret + "\")\n"),
                text("metadata.txt", ";FFMETADATA1\ntitle=a\n[CHAPTER]\nSTART=0\nEND=1\n"),
                text("joined.mp4", "concat:" + address + "|" + secret),
                text("part of a file.mp4", "subfile,,start,0,end,100,,:" + secret),
                text("numbered.jpg", "file:%04d.png"),
                text("list after tags.mp3", "ID3\u0003\0\0\0\0\0\0#EXTM3U\n#EXTINF:1,\n" + address + "\n"),
                text("list after a mark.mp4", "\u00EF\u00BB\u00BF#EXTM3U\n#EXTINF:1,\n" + address + "a.ts\n"),
                text(
                        "imf.xml",
                        "<CompositionPlaylist xmlns=\"http://www.smpte-ra.org/schemas/2067-3/2016\"><Id>1</Id></CompositionPlaylist>"));
    }

    private String kind(String target) {
        return target.startsWith("http") ? "an address" : target.startsWith("file:") ? "a file's address" : "a file";
    }

    private static HostileFile text(String name, String text) {
        return HostileFile.refused(name, ascii(text));
    }
}
