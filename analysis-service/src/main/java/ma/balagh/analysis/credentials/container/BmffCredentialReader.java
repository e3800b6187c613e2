package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.analysis.box.IsoBox;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/**
 * Finds credentials in an ISO base media file: boxes uuid of one type, with the purpose manifest, or original and, at
 * the end of the file, update (C2PA specification 2.2, A.5).
 */
final class BmffCredentialReader {

    private static final UUID CREDENTIALS = UUID.fromString("d8fec3d6-1b0e-483c-9297-5828877ec481");
    private static final UUID XMP = UUID.fromString("be7acfcb-97a9-42e8-9c71-999491e3afac");

    private static final int LONGEST_PURPOSE = 32;

    private final MediumBytesReader medium;
    private final List<CredentialStore> whole = new ArrayList<>();
    private final List<CredentialStore> original = new ArrayList<>();
    private final List<CredentialStore> updates = new ArrayList<>();
    private final List<ByteSpan> descriptions = new ArrayList<>();
    private long foreign;

    BmffCredentialReader(MediumBytesReader medium) {
        this.medium = medium;
    }

    EmbeddedCredentials carried() throws IOException, DamagedEncodingException {
        for (IsoBox box : roots()) {
            ByteSpan content = ByteSpan.within(box);
            if (whole.size() + original.size() + updates.size() == CredentialStore.ENOUGH) {
                break;
            }
            if (!box.is("uuid") || content.length() < 16) {
                continue;
            }
            ByteBuffer type = medium.read(content.from(), 16);
            var uuid = new UUID(type.getLong(), type.getLong());
            if (uuid.equals(CREDENTIALS)) {
                credentials(ByteSpan.of(box), content.from() + 16);
            } else if (uuid.equals(XMP)) {
                descriptions.add(new ByteSpan(content.from() + 16, content.to()));
            }
        }
        return new EmbeddedCredentials(EmbeddedCredentials.Format.BMFF, stores(), descriptions);
    }

    /** Whatever is wrong with boxes is nothing to this search while none of them is a store. */
    private List<IsoBox> roots() throws IOException {
        try {
            return new BoxPathReader(medium).roots();
        } catch (DamagedEncodingException e) {
            return List.of();
        }
    }

    private void credentials(ByteSpan box, long content) throws IOException, DamagedEncodingException {
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
    private CredentialStore store(ByteSpan box, long from) throws IOException, DamagedEncodingException {
        if (box.to() - from > CredentialStore.LARGEST || from > box.to()) {
            throw new DamagedEncodingException("a store too large");
        }
        return new CredentialStore(List.of(medium.read(from, (int) (box.to() - from))), List.of(box), 0);
    }

    private List<CredentialStore> stores() {
        var stores = new ArrayList<CredentialStore>();
        whole.forEach(store -> stores.add(new CredentialStore(store.parts(), store.where(), foreign)));
        if (original.size() == 1 && updates.size() == 1) {
            CredentialStore first = original.getFirst();
            CredentialStore second = updates.getFirst();
            stores.add(new CredentialStore(
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
