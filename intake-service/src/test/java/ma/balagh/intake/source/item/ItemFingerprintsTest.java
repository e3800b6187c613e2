package ma.balagh.intake.source.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import ma.balagh.intake.source.feed.FeedItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ItemFingerprintsTest {

    private static final String TEXT = "شخصان على متن دراجة نارية انتزعا حقيبة سيدة تحت التهديد بالسلاح الأبيض في شارع"
            + " الزرقطوني وسط الدار البيضاء مساء أمس، والأمن يبحث عنهما.";

    @Test
    void knowsAnItemByWhatItsSourceCallsIt() {
        assertThat(marks("id-1", "https://a.example.org/1", "old title", "old text")
                        .key())
                .isEqualTo(marks("id-1", "https://a.example.org/2", "new title", "new text")
                        .key());
        assertThat(marks("id-1", null, "t", "x").key())
                .isNotEqualTo(marks("id-2", null, "t", "x").key());
    }

    @Test
    void knowsAnItemWithoutANameByItsAddressAndElseByItsWords() {
        assertThat(marks(null, "https://www.a.example.org/1?utm_source=x", "t", "x")
                        .key())
                .isEqualTo(marks(null, "http://a.example.org/1/", "other", "y").key());
        assertThat(marks(null, null, "t", "x").key())
                .isEqualTo(marks(null, null, "t", "x").key());
        assertThat(marks(null, null, "t", "x").key())
                .isNotEqualTo(marks(null, null, "t", "y").key());
    }

    @Test
    void knowsTheSameWordsUnderAnotherTitleAndWithOtherMarks() {
        // Given
        String copied = TEXT.replace("،", " —").replace(".", "!").replace("ا", "ا\u200F");
        // Then
        assertThat(marks(null, null, "عنوان", TEXT).content())
                .isNotNull()
                .isEqualTo(marks(null, null, "عنوان آخر", copied).content());
    }

    @Test
    void takesShortWordsForNoMark() {
        assertThat(marks(null, null, "فيديو", "شاهد الفيديو").content()).isNull();
    }

    private static ItemFingerprints marks(
            @Nullable String identity, @Nullable String address, String title, String text) {
        return ItemFingerprints.of(new FeedItem(
                identity, address == null ? null : URI.create(address), title, text, null, null, List.of()));
    }
}
