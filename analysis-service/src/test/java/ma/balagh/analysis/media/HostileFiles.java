package ma.balagh.analysis.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that somebody might send; the same on each run. */
public final class HostileFiles {

    private HostileFiles() {}

    /**
     * @param directory for honest media, from which the files are made, and a clip that nobody may read
     * @param port of this machine, to which some of the files point
     */
    public static List<HostileFile> in(Path directory, int port) throws IOException {
        var media = new HonestMedia(Files.createDirectories(directory.resolve("honest")));
        Path secret = Media.clip(directory.resolve("secret.ts"), "testsrc2=s=320x240", 1, "-c:v", "mpeg2video");
        List<HostileFile> files = new ArrayList<>(Wrecks.of(media));
        files.addAll(Bombs.of(media));
        files.addAll(new References(port, secret).all(media));
        files.addAll(Disguises.of(media));
        return files;
    }
}
