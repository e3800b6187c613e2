package ma.balagh.analysis.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacketReaderTest {

    @Test
    void readsPacketsAndPassesOverTheRest() throws Exception {
        // When
        MediumPackets packets = read("""
                {"programs": [{"x": [1, {"y": 2}]}],
                 "packets": [
                   {"stream_index": 1, "pts_time": "0.040000", "dts_time": "0.000000", "duration_time": "0.04",
                    "size": "120", "flags": "K__", "side_data_list": [{"side_data_type": "x"}]},
                   {"stream_index": 1, "dts_time": "0.080000", "size": "7", "flags": "___"},
                   {"stream_index": 1, "pts_time": "9", "size": "7", "flags": "_D_"}],
                 "streams": [], "format": {"duration": "1"}}
                """);

        // Then
        PacketTrack track = packets.track(1);
        assertThat(track).isNotNull();
        assertThat(track.count()).isEqualTo(2);
        assertThat(track.key(0)).isTrue();
        assertThat(track.size(1)).isEqualTo(7);
        assertThat(track.shown(1) - track.shown(0)).isEqualTo(0.04, offset(1e-9));
        assertThat(packets.track(0)).isNull();
        assertThat(packets.truncated()).isFalse();
    }

    @Test
    void countsFromTheFirstPacketOn() throws Exception {
        // When
        MediumPackets packets = read(document(packet(0, "1000.5"), packet(0, "1000.54"), packet(1, "1001.5")));

        // Then
        assertThat(packets.track(0)).extracting(PacketTrack::start).isEqualTo(0.0);
        assertThat(packets.track(1)).extracting(PacketTrack::start).isEqualTo(1.0);
    }

    @Test
    void keepsNoMoreThanItMay() throws Exception {
        // Given
        String[] many = IntStream.range(0, MediumPackets.MOST + 10)
                .mapToObj(k -> packet(k % 40, Integer.toString(k)))
                .toArray(String[]::new);
        String[] one = IntStream.range(0, MediumPackets.MOST + 10)
                .mapToObj(k -> packet(0, Integer.toString(k)))
                .toArray(String[]::new);

        // Then
        MediumPackets crowded = read(document(many));
        assertThat(crowded.track(30)).isNull();
        assertThat(crowded.isLeftOut(30)).isTrue();
        assertThat(crowded.isLeftOut(3)).isFalse();
        assertThat(crowded.truncated()).isTrue();
        MediumPackets packets = read(document(one));
        assertThat(packets.truncated()).isTrue();
        assertThat(packets.track(0)).extracting(PacketTrack::count).isEqualTo(MediumPackets.MOST);
    }

    @Test
    void livesWithNonsense() throws Exception {
        // When
        MediumPackets packets = read(document(
                packet(0, "NaN"),
                packet(0, "1e300"),
                packet(0, "N/A"),
                packet(0, "-1e9"),
                packet(0, "2"),
                packet(-4, "1")));

        // Then
        PacketTrack track = packets.track(0);
        assertThat(track).isNotNull();
        assertThat(track.count()).isEqualTo(5);
        assertThat(track.order()).doesNotContain(0, 1, 2);
    }

    @Test
    void refusesWhatIsNoDocument() {
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("[1]")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"packets\": [{\"stream_index\": 0, \"pts_"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"packets\": [3]}")).isInstanceOf(IOException.class);
    }

    @Test
    void putsFramesInTheOrderInWhichTheyAreShown() throws Exception {
        // When
        MediumPackets packets = read(document(packet(0, "0"), packet(0, "0.2"), packet(0, "0.1"), packet(0, "0.1")));

        // Then
        PacketTrack track = packets.track(0);
        assertThat(track).isNotNull();
        assertThat(track.order()).containsExactly(0, 2, 3, 1);
        assertThat(track.reordered()).isTrue();
    }

    private static String packet(int stream, String at) {
        return "{\"stream_index\": %d, \"pts_time\": \"%s\", \"size\": \"5\", \"flags\": \"K__\"}"
                .formatted(stream, at);
    }

    private static String document(String... packets) {
        return IntStream.range(0, packets.length)
                .mapToObj(k -> packets[k])
                .collect(Collectors.joining(",", "{\"packets\": [", "]}"));
    }

    private static MediumPackets read(String json) throws IOException {
        return PacketReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
