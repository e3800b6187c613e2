package ma.balagh.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the custody chain holds, and begins with the bytes of the original. */
final class CustodyCheck {

    /** An entry of the chain that holds up to it. */
    record Entry(String evidenceId, String hash, boolean withheld, String action, Json detail) {}

    private static final String GENESIS = "0".repeat(64);

    private CustodyCheck() {}

    /** @throws Malformed at the first entry that breaks the chain */
    static List<Entry> chain(Contents contents, Report report) {
        Json json = contents.json(BundleVerifier.CUSTODY);
        json.requireFormat("balagh-custody-chain/1");
        json.requireMembers("evidenceId", "format", "items");
        String evidenceId = json.text("evidenceId");
        var chain = new ArrayList<Entry>();
        String previous = GENESIS;
        for (Json item : json.objects("items")) {
            Entry entry = entry(item, chain.size() + 1, previous, evidenceId);
            chain.add(entry);
            previous = entry.hash();
        }
        if (chain.isEmpty()) {
            throw new Malformed(Place.sequence(1), "there is no entry at all");
        }
        report.pass(Claim.CUSTODY, "%d entries".formatted(chain.size()));
        shown(chain, report);
        return chain;
    }

    /** @throws Malformed when the bytes are others than those that were secured */
    static void original(Contents contents, Manifest manifest, List<Entry> chain, Report report) {
        Contents.Entry original = contents.find(manifest.original())
                .orElseThrow(() -> new Malformed(Place.entry(manifest.original()), "it is missing"));
        var place = Place.offset(original.name(), original.offset());
        if (!original.sha256().equals(manifest.sha256()) || original.size() != manifest.size()) {
            throw new Malformed(place, "it is not the evidence that the manifest describes");
        }
        Entry first = chain.getFirst();
        if (!first.evidenceId().equals(manifest.subject().evidenceId())) {
            throw new Malformed(Place.sequence(1), "the chain is that of another evidence");
        }
        if (!first.action().equals("SECURED")) {
            throw new Malformed(Place.sequence(1), "the chain does not begin with SECURED");
        }
        if (first.withheld()) {
            report.unknown(
                    Claim.ORIGINAL,
                    Place.sequence(1),
                    "what was secured is withheld from who exported this; the manifest alone names the digest");
            return;
        }
        if (!first.detail().text("sha256").equals(original.sha256())
                || !first.detail().text("size").equals(Long.toString(original.size()))) {
            throw new Malformed(place, "its digest or size is not the one that custody entry 1 has");
        }
        report.pass(Claim.ORIGINAL, "SHA-256 " + original.sha256());
    }

    private static Entry entry(Json item, int number, String previous, String evidenceId) {
        var place = Place.sequence(number);
        try {
            item.requireMembers("action", "actor", "at", "detail", "hash", "previousHash", "sequence", "withheld");
            var entry = new Entry(
                    evidenceId, item.text("hash"), item.truth("withheld"), item.text("action"), item.object("detail"));
            if (item.small("sequence") != number) {
                throw new Malformed(place, "the entry is missing or out of order");
            }
            if (!item.text("previousHash").equals(previous)) {
                throw new Malformed(place, "it does not follow from the entry before");
            }
            if (entry.withheld()
                    && !(item.text("actor").isEmpty() && entry.detail().isEmpty())) {
                throw new Malformed(place, "it is withheld and yet says something");
            }
            if (!entry.withheld() && !entry.hash().equals(hash(item, evidenceId))) {
                throw new Malformed(place, "it is not the entry of its hash");
            }
            return entry;
        } catch (Malformed fault) {
            throw fault.place().sequence() == null ? new Malformed(place, fault.reason()) : fault;
        }
    }

    private static String hash(Json item, String evidenceId) {
        Map<String, Object> hashed = item.members();
        hashed.keySet().removeAll(List.of("hash", "withheld"));
        hashed.put("evidenceId", evidenceId);
        hashed.put("format", "balagh-custody/1");
        return Sha256.hex(Json.canonical(hashed));
    }

    private static void shown(List<Entry> chain, Report report) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).withheld()) {
                report.unknown(
                        Claim.CUSTODY_SHOWN,
                        Place.sequence(i + 1),
                        "who and why are withheld from who exported this; the hash stands for them");
            }
        }
        if (chain.stream().noneMatch(Entry::withheld)) {
            report.pass(Claim.CUSTODY_SHOWN, "nothing is withheld");
        }
    }
}
