package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.box.Box;
import ma.balagh.analysis.credentials.encoding.Damaged;

/**
 * An ISO base media file keeps credentials in boxes {@code uuid} of one type, with a purpose: {@code manifest}; or {@code
 * original} and, at the end of the file, {@code update} (C2PA specification 2.2, A.5).
 */
final class BoxSearch {

    private static final UUID CREDENTIALS = UUID.fromString("d8fec3d6-1b0e-483c-9297-5828877ec481");
    private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");

    private static final int LONGEST_PURPOSE = 32;

    private final Medium medium;
    private final List<Store> whole = new ArrayList<>();
    private final List<Store> original = new ArrayList<>();
    private final List<Store> updates = new ArrayList<>();
    private final List<Span> descriptions = new ArrayList<>();
    private long foreign;

    BoxSearch(Medium medium) {
        this.medium = medium;
    }

    Carried carried() throws IOException, Damaged {
        for (Box box : roots()) {
            Span content = Span.within(box);
            if (whole.size() + original.size() + updates.size() == Store.ENOUGH) {
                break;
            }
            if (!box.is("uuid") || content.length() < 16) {
                continue;
            }
            ByteBuffer type = medium.read(content.from(), 16);
            var uuid = new UUID(type.getLong(), type.getLong());
            if (uuid.equals(CREDENTIALS)) {
                credentials(Span.of(box), content.from() + 16);
            } else if (uuid.equals(XMP)) {
                descriptions.add(new Span(content.from() + 16, content.to()));
            }
        }
        return new Carried(Carried.Format.BMFF, stores(), descriptions);
    }

    /** Whatever is wrong with boxes is nothing to this search while none of them is a store. */
    private List<Box> roots() throws IOException {
        try {
            return new BoxPaths(medium).roots();
        } catch (Damaged e) {
            return List.of();
        }
    }

    private void credentials(Span box, long content) throws IOException, Damaged {
        ByteBuffer head = medium.read(content, (int) Math.min(4 + LONGEST_PURPOSE, box.to() - content));
        int end = 4;
        while (end < head.limit() && head.get(end) != 0) {
            end++;
        }
        String purpose = end < 4 || end >= head.limit()
                ? ""
                : StandardCharsets.US_ASCII.decode(head.slice(4, end - 4)).toString();
        switch (purpose) {
            case "manifest" -> whole.add(store(box, content + end + 9));
            case "original" -> original.add(store(box, content + end + 9));
            case "update" -> updates.add(store(box, content + end + 9));
            case "merkle" -> {
                // digests of parts, which stand in the store where it has them
            }
            default -> foreign += box.length();
        }
    }

    /** Behind the purpose and its zero, eight bytes say where other boxes begin; then comes the store. */
    private Store store(Span box, long from) throws IOException, Damaged {
        if (box.to() - from > Store.LARGEST || from > box.to()) {
            throw new Damaged("a store too large");
        }
        return new Store(List.of(medium.read(from, (int) (box.to() - from))), List.of(box), 0);
    }

    private List<Store> stores() {
        var stores = new ArrayList<Store>();
        whole.forEach(store -> stores.add(new Store(store.parts(), store.where(), foreign)));
        if (original.size() == 1 && updates.size() == 1) {
            Store first = original.getFirst();
            Store second = updates.getFirst();
            stores.add(new Store(
                    List.of(first.parts().getFirst(), second.parts().getFirst()),
                    List.of(first.where().getFirst(), second.where().getFirst()),
                    foreign));
        } else {
            stores.addAll(original);
            stores.addAll(updates);
        }
        return stores;
    }
}
