package ma.balagh.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ma.balagh.analysis.box.BoundedFileReader;
import ma.balagh.analysis.media.ExifPicture;
import ma.balagh.analysis.media.ProbeResult;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Whatever a file says, it is read within limits, and there is a finding of each kind. */
class HostileLayoutTest {

    private static final List<byte[]> VALID = new ArrayList<>();

    private static Path file = Path.of("unset");

    @BeforeContainer
    static void makeFiles() throws IOException {
        file = Files.createTempFile("layout", ".bin");
        VALID.add(Film.iphone().bytes());
        VALID.add(Film.samsung().shownOnly(1, 2).bytes());
        VALID.add(coded());
        VALID.add(matroska());
        VALID.add(jpeg());
    }

    @AfterContainer
    static void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 800)
    void survivesChangedBytes(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll long seed) throws IOException {
        // Given
        byte[] bytes = VALID.get(which).clone();
        var random = new Random(seed);
        for (int k = random.nextInt(12); k >= 0; k--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -random.nextInt(2));
        }

        // Then
        survives(bytes);
    }

    @Property(tries = 400)
    void survivesChangedNumbers(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll long seed) throws IOException {
        // Given
        byte[] bytes = VALID.get(which).clone();
        var random = new Random(seed);
        int[] numbers = {0, 1, 7, 8, 9, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, random.nextInt()};
        for (int k = random.nextInt(4); k >= 0; k--) {
            ByteBuffer.wrap(bytes).putInt(random.nextInt(bytes.length - 4), numbers[random.nextInt(numbers.length)]);
        }

        // Then
        survives(bytes);
    }

    @Property(tries = 400)
    void survivesBeingCutOff(@ForAll @IntRange(min = 0, max = 4) int which, @ForAll @IntRange(max = 4000) int length)
            throws IOException {
        byte[] bytes = VALID.get(which);
        survives(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
    }

    @Property(tries = 200)
    void survivesAnyBytes(@ForAll byte[] bytes, @ForAll @IntRange(min = 0, max = 4) int which) throws IOException {
        survives(bytes);
        survives(Film.joined(Arrays.copyOf(VALID.get(which), 16), bytes));
    }

    @Test
    void readsAHeapOfTinyBoxesWithinItsLimits() throws IOException {
        survivesInTempFile(ByteBuffer.allocate(8 << 20), 8);
    }

    @Test
    void findsNoNewEndInBoxesThatOverflow() throws IOException {
        // Given: sizes of 64 bits near the largest number, one behind the other
        byte[] huge = Film.joined(Film.ints(1), Film.text("moov"), Film.ints(Integer.MAX_VALUE, -1));
        makeFilesOnce();

        // Then
        survives(Film.joined(Film.box("ftyp", Film.text("isom")), huge, huge));
    }

    private static void survivesInTempFile(ByteBuffer boxes, int size) throws IOException {
        makeFilesOnce();
        while (boxes.remaining() >= size) {
            boxes.putInt(size).putInt(0x6D6F6F66);
        }
        survives(boxes.array());
    }

    private static void makeFilesOnce() throws IOException {
        if (VALID.isEmpty()) {
            makeFiles();
        }
    }

    private static void survives(byte[] content) throws IOException {
        Files.write(file, content);
        try (var bytes = BoundedFileReader.of(file)) {
            FileLayout layout = FileLayout.of(bytes);
            assertThat(bytes.read()).isLessThanOrEqualTo(BoundedFileReader.MOST_BYTES + BoundedFileReader.LARGEST);
            assertThat(layout.traces().values().values())
                    .allSatisfy(values -> assertThat(values)
                            .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(160)));
            var probe = new ProbeResult("mov", 1.0, List.of(), Map.of());
            assertThatCode(() -> assertThat(StructureCheck.of(layout, probe)).hasSizeGreaterThan(1))
                    .doesNotThrowAnyException();
        }
    }

    /** With a sample whose message names its encoder. */
    private static byte[] coded() {
        byte[] id = HexFormat.of().parseHex("dc45e9bde6d948b7962cd820d923eeef");
        byte[] message = Film.joined(id, Film.text("x264 - core 164 - H.264 - options: crf=23\0"));
        byte[] sei = Film.joined(new byte[] {6, 5, (byte) message.length}, message);
        byte[] sample = Film.joined(Film.ints(sei.length), sei);
        byte[] avcC = Film.box("avcC", new byte[] {1, 100, 0, 31, (byte) 0xFF, 0, 0});
        byte[] entry = Film.box("avc1", new byte[78], avcC);
        byte[] table = Film.box(
                "stbl",
                Film.box("stsd", Film.ints(0, 1), entry),
                Film.box("stco", Film.ints(0, 1, 8)),
                Film.box("stsz", Film.ints(0, sample.length, 1)));
        byte[] handler = Film.box("hdlr", Film.ints(0, 0), Film.text("vide"), new byte[13]);
        byte[] track = Film.box("trak", Film.box("mdia", handler, Film.box("minf", table)));
        return Film.joined(Film.box("mdat", sample), Film.box("moov", track));
    }

    @Test
    void readsTheMessageInTheFirstSample() throws IOException {
        makeFilesOnce();
        Files.write(file, coded());
        assertThat(FileLayout.of(file).traces().of("coder")).containsExactly("x264 - core 164");
    }

    private static byte[] matroska() {
        byte[] info = HexFormat.of().parseHex("1549a96691" + "4d8084" + "4c617666" + "574187" + "48616e64427261");
        byte[] segment = Film.joined(HexFormat.of().parseHex("18538067" + "01ffffffffffffff"), info);
        return Film.joined(HexFormat.of().parseHex("1a45dfa387" + "428284" + "7765626d"), segment);
    }

    private static byte[] jpeg() {
        byte[] exif =
                new ExifPicture().text(0x010F, "Maker").text(0x0110, "Model").block(java.nio.ByteOrder.BIG_ENDIAN);
        byte[] tables = Film.joined(HexFormat.of().parseHex("ffdb004300"), new byte[64]);
        byte[] scan = HexFormat.of().parseHex("ffda0002");
        return ExifPicture.in("jpg", Film.joined(HexFormat.of().parseHex("ffd8"), tables, scan), exif);
    }

    @Test
    void readsTheExamplesThatItIsTestedWith() throws IOException {
        makeFilesOnce();
        for (byte[] valid : VALID) {
            Files.write(file, valid);
            assertThat(FileLayout.of(file).traces().values()).isNotEmpty();
            assertThat(FileLayout.of(file).damagedAt()).isNull();
        }
    }
}
