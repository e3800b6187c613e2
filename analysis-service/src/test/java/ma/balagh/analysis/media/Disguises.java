package ma.balagh.analysis.media;

import static ma.balagh.analysis.media.Bytes.ascii;
import static ma.balagh.analysis.media.Bytes.box;
import static ma.balagh.analysis.media.Bytes.joined;
import static ma.balagh.analysis.media.Bytes.shorts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files that are two things at once, or whose names are commands. */
final class Disguises {

    private static final List<String> NAMES = List.of(
            "-i",
            "--help",
            "-version.mp4",
            "-f lavfi -i testsrc.mp4",
            "it's \"quoted\".mp4",
            "two\nlines.mp4",
            "tab\tand\rreturn.mp4",
            "%d.png",
            "%s%s%n.mp4",
            "frame-%04d.jpg",
            "http:example.mp4",
            "concat:a|b.mp4",
            "subfile,,start,0,end,0,,:x.mp4",
            "pipe:0",
            "data:video,mp4.mp4",
            "|cat medium.mp4",
            "$(touch pwned).mp4",
            "`touch pwned`.mp4",
            "; rm -rf x.mp4",
            "*?[a-z].mp4",
            "~.mp4",
            "...",
            "back\\slash.mp4",
            "\u0628\u0644\u0627\u063A \u202E4pm.exe",
            "\uD83D\uDCF9 vid\u00E9o.mp4",
            "a".repeat(200) + ".mp4",
            " .mp4");

    private Disguises() {}

    static List<HostileFile> of(HonestMedia media) {
        List<HostileFile> files = new ArrayList<>();
        byte[] mp4 = media.of("mp4");
        NAMES.forEach(name -> files.add(HostileFile.any(name, mp4)));
        files.addAll(twofold(media, mp4));
        return files;
    }

    private static List<HostileFile> twofold(HonestMedia media, byte[] mp4) {
        byte[] jpeg = media.of("jpg");
        byte[] gif = media.of("gif");
        byte[] png = media.of("png");
        byte[] zip = ascii("PK\u0005\u0006" + "\0".repeat(18));
        byte[] page = ascii("<html><script>alert(1)</script></html>");
        byte[] comment = joined(ascii("\u00FF\u00FE"), shorts(page.length + 2), page);
        byte[] rest = Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return List.of(
                HostileFile.any("film and archive.mp4", mp4, zip),
                HostileFile.any("archive and film.zip", ascii("PK\u0003\u0004" + "\0".repeat(26)), mp4),
                HostileFile.any("document in a film.pdf", box("free", ascii("%PDF-1.7\n")), mp4),
                HostileFile.any("document and film.pdf", ascii("%PDF-1.7\n%%EOF\n"), mp4),
                HostileFile.any("page in a picture.html", ascii("\u00FF\u00D8"), comment, rest),
                HostileFile.any("picture and archive.gif", gif, zip),
                HostileFile.any("picture and film.jpg", jpeg, mp4),
                HostileFile.any("picture and list.jpg", jpeg, ascii("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")),
                HostileFile.any("list and packets.ts", ascii("#EXTM3U\n#EXTINF:1,\na.ts\n"), media.of("ts")),
                HostileFile.any("program and film.exe", ascii("MZ" + "\0".repeat(62)), mp4),
                HostileFile.any("script and film.sh", ascii("#!/bin/sh\ntouch pwned\nexit\n"), mp4),
                HostileFile.any("two pictures.png", png, png),
                HostileFile.any("film in a picture.webp", media.of("webp"), mp4),
                HostileFile.any("sound and film.mp3", media.of("mp3"), mp4),
                HostileFile.any("film called sound.mp3", mp4),
                HostileFile.any("sound called picture.png", media.of("wav")));
    }
}
