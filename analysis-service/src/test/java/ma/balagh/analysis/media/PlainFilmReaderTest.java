package ma.balagh.analysis.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.packet.MediumPackets;
import ma.balagh.analysis.packet.PacketTrack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ffprobe is the measure: what is read without it has to be the same. */
class PlainFilmReaderTest {

    private static final String PICTURES = "testsrc2=s=320x180:r=25";
    private static final String SOUNDING = PICTURES + ":d=2[out0];sine=f=440:d=2[out1]";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-preset ultrafast",
                "-profile:v baseline -movflags +faststart",
                "-x264-params open-gop=1:keyint=8",
                "-x264-params intra-refresh=1:keyint=10",
                "-vf crop=318:178 -r 30000/1001 -video_track_timescale 90000",
                "-metadata creation_time=2020-02-03T04:05:06Z -metadata:s:v creation_time=2021-02-03T04:05:06Z",
                "-metadata:s:v language=fra -metadata:s:v handler_name=Images -brand mp42 -aspect 4:3",
                "-fflags +bitexact -flags +bitexact -bf 0"
            })
    void saysWhatFfprobeSays(String options) throws Exception {
        assertThatSameIsSaid(film(options));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-movflags +frag_keyframe",
                "-pix_fmt yuv444p",
                "-x264-params interlaced=1",
                "-bsf:v dump_extra",
                "-metadata title=Film",
                "-use_editlist 0",
                "-fps_mode vfr -vf setpts=N*N/500/TB",
                "-f mov"
            })
    void leavesTheOthersToFfprobe(String options) throws IOException {
        assertThat(PlainFilmReader.of(film(options))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ar 44100 -ac 2",
                "-ar 22050 -t 1.37",
                "-ar 48000 -shortest -movflags +faststart",
                "-ar 32000 -af apad=pad_dur=1.3",
                "-ar 48000 -bf 0 -r 30000/1001",
                "-map 0:1 -map 0:0"
            })
    void saysWhatFfprobeSaysOfSoundToo(String options) throws Exception {
        assertThatSameIsSaid(film(SOUNDING, "-c:a aac " + options));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-c:a libmp3lame",
                "-c:a ac3",
                "-c:a aac -af asetpts=PTS+0.5/TB",
                "-c:a aac -map 0:0 -map 0:1 -map 0:1",
                "-c:a aac -vn"
            })
    void leavesOtherSoundToFfprobe(String options) throws IOException {
        assertThat(PlainFilmReader.of(film(SOUNDING, options))).isEmpty();
    }

    @Test
    void readsNoEndlessRowOfEmptyBoxes() throws Exception {
        // Given
        Path film = film("-preset ultrafast");
        Path row = Files.copy(film, directory.resolve("row.mp4"));
        byte[] empty = {0, 0, 0, 8, 'f', 'r', 'e', 'e'};
        Files.write(film, empty, StandardOpenOption.APPEND);
        for (int k = 0; k < 20; k++) {
            Files.write(row, empty, StandardOpenOption.APPEND);
        }

        // Then
        assertThat(PlainFilmReader.of(film)).isPresent();
        assertThat(PlainFilmReader.of(row)).isEmpty();
    }

    private Path film(String options) {
        return film(PICTURES, options);
    }

    private Path film(String source, String options) {
        List<String> all = new ArrayList<>(List.of("-c:v", "libx264", "-pix_fmt", "yuv420p"));
        Collections.addAll(all, options.split(" "));
        return Media.clip(directory.resolve("film.mp4"), source, 2, all.toArray(String[]::new));
    }

    private void assertThatSameIsSaid(Path film) throws Exception {
        List<Object> described = described(film);
        assertThat(PlainFilmReader.of(film))
                .hasValueSatisfying(probe -> assertThat(told(probe)).isEqualTo(described));
    }

    private List<Object> described(Path film) throws Exception {
        MediaReader media = Media.reader(directory.resolve("scratch"), Map.of());
        try (ScratchDirectory scratch = media.scratch()) {
            Files.copy(film, scratch.medium());
            return told(media.described(scratch));
        }
    }

    private static List<Object> told(ProbeResult probe) {
        List<Object> told = new ArrayList<>(List.of(probe.with(MediumPackets.NONE)));
        for (ProbeResult.Stream stream : probe.streams()) {
            PacketTrack track = probe.packets().track(stream.index());
            for (int k = 0; track != null && k < track.count(); k++) {
                told.add(List.of(track.shown(k), track.decoded(k), track.endOf(k), track.size(k), track.key(k)));
            }
        }
        return told;
    }
}
