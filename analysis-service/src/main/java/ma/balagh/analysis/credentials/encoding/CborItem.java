package ma.balagh.analysis.credentials.encoding;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One data item of CBOR (RFC 8949). Byte strings are windows on what was read: digests cover exactly these bytes. */
public sealed interface CborItem {

    /** Of 64 bits with a sign, which is more than any length or time needs. */
    record Whole(long value) implements CborItem {}

    record Bytes(ByteBuffer window) implements CborItem {

        public byte[] copy() {
            byte[] copy = new byte[window.remaining()];
            window.duplicate().get(copy);
            return copy;
        }
    }

    record Text(String value) implements CborItem {}

    record Items(List<CborItem> values) implements CborItem {}

    record Entries(Map<CborItem, CborItem> values) implements CborItem {}

    record Tagged(long tag, CborItem value) implements CborItem {}

    /** False, true, null and their like, by RFC 8949's numbers. */
    record Simple(int number) implements CborItem {

        private static final int FALSE = 20;
        private static final int TRUE = 21;
        private static final int NULL = 22;
        private static final int UNDEFINED = 23;
    }

    /** A floating-point number, which credentials hold but nothing here needs. */
    record Real() implements CborItem {}

    default boolean isNothing() {
        return this instanceof Simple(int number) && (number == Simple.NULL || number == Simple.UNDEFINED);
    }

    /** A value of a map; null counts as absent, since some writers write all of their fields. */
    default Optional<CborItem> at(CborItem key) {
        return this instanceof Entries entries
                ? Optional.ofNullable(entries.values().get(key)).filter(value -> !value.isNothing())
                : Optional.empty();
    }

    default Optional<CborItem> at(String key) {
        return at(new Text(key));
    }

    default Optional<String> text(String key) {
        return at(key).flatMap(CborItem::asText);
    }

    default Optional<byte[]> bytes(String key) {
        return at(key).flatMap(CborItem::asBytes);
    }

    default OptionalLong whole(String key) {
        return at(key).orElse(null) instanceof Whole whole ? OptionalLong.of(whole.value()) : OptionalLong.empty();
    }

    /** Empty where there is no such list. */
    default List<CborItem> items(String key) {
        return at(key).orElse(null) instanceof Items items ? items.values() : List.of();
    }

    default boolean isTrue(String key) {
        return at(key).orElse(null) instanceof Simple simple && simple.number() == Simple.TRUE;
    }

    default boolean isFalse(String key) {
        return at(key).orElse(null) instanceof Simple simple && simple.number() == Simple.FALSE;
    }

    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    default Optional<byte[]> asBytes() {
        return this instanceof Bytes bytes ? Optional.of(bytes.copy()) : Optional.empty();
    }
}
