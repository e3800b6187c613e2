package ma.balagh.verifier;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bundle says that it consists of.
 *
 * @param listed digest and size of every other entry, by name
 */
record BundleManifest(
        VerificationReport.Subject subject,
        String original,
        String sha256,
        long size,
        String keyId,
        Map<String, Listed> listed) {

    record Listed(String sha256, long size) {}

    /** @throws MalformedBundleException when it is missing or not as its format wants it */
    static BundleManifest read(ContainerContents contents) {
        CanonicalJsonObject json = contents.json(BundleVerifier.MANIFEST);
        json.requireFormat("balagh-bundle/1");
        json.requireMembers("entries", "evidence", "exported", "format", "keyId");
        CanonicalJsonObject evidence = json.object("evidence");
        evidence.requireMembers("id", "mediaType", "original", "receivedAt", "securedAt", "sha256", "size");
        CanonicalJsonObject exported = json.object("exported");
        exported.requireMembers("at", "by", "purpose");
        return new BundleManifest(
                new VerificationReport.Subject(
                        evidence.text("id"), exported.text("at"), exported.text("by"), exported.text("purpose")),
                evidence.text("original"),
                evidence.text("sha256"),
                evidence.number("size"),
                json.text("keyId"),
                listed(json.objects("entries")));
    }

    private static Map<String, Listed> listed(List<CanonicalJsonObject> entries) {
        var listed = new TreeMap<String, Listed>();
        for (CanonicalJsonObject entry : entries) {
            entry.requireMembers("name", "sha256", "size");
            Listed earlier = listed.put(entry.text("name"), new Listed(entry.text("sha256"), entry.number("size")));
            if (earlier != null) {
                throw new MalformedBundleException(
                        FindingLocation.entry(BundleVerifier.MANIFEST), "it lists " + entry.text("name") + " twice");
            }
        }
        return listed;
    }
}
