package ma.balagh.analysis.credentials;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/**
 * The actions that signers declare, and their sources (C2PA specification 2.2, 18.14).
 *
 * @param names such as {@code c2pa.created}
 * @param sourceTypes the last part of terms of the IPTC's digital source types, such as {@code digitalCapture}
 */
record ActionsAssertion(List<String> names, List<String> sourceTypes) {

    private static final Set<String> LABELS = Set.of("c2pa.actions", "c2pa.actions.v2");

    /** Terms by which a signer says that no camera or microphone recorded it, or not all of it. */
    private static final Set<String> GENERATED = Set.of(
            "trainedAlgorithmicMedia",
            "compositeWithTrainedAlgorithmicMedia",
            "trainedAlgorithmicData",
            "algorithmicMedia",
            "compositeSynthetic",
            "virtualRecording");

    /** Metadata as JSON-LD (C2PA specification 2.2, 18.16). */
    private static final Set<String> METADATA =
            Set.of("stds.iptc", "stds.iptc.photo-metadata", "c2pa.metadata", "cawg.metadata");

    private static final Pattern SOURCE_TYPE =
            Pattern.compile("[:/]DigitalSourceType\"\\s{0,20}:\\s{0,20}\"([^\"]{1,200})\"");

    private static final int MOST = 1_000;

    /** Of the active manifest, and the source types of those before it too. */
    static ActionsAssertion of(CredentialClaim active, List<CredentialClaim> history)
            throws CredentialRejectedException {
        var names = new ArrayList<String>();
        var types = new ArrayList<String>();
        read(active, names, types);
        for (CredentialClaim earlier : history) {
            try {
                read(earlier, new ArrayList<>(), types);
            } catch (CredentialRejectedException notInOrder) {
                continue;
            }
        }
        return new ActionsAssertion(List.copyOf(names), List.copyOf(types));
    }

    private static void read(CredentialClaim claim, List<String> names, List<String> types)
            throws CredentialRejectedException {
        for (JumbfBox assertion : claim.assertions(LABELS)) {
            for (CborItem action : CredentialClaim.content(assertion).items("actions")) {
                if (names.size() + types.size() < MOST) {
                    action.text("action").ifPresent(names::add);
                    action.text("digitalSourceType").map(ActionsAssertion::term).ifPresent(types::add);
                }
            }
        }
        for (JumbfBox assertion : claim.assertions(METADATA)) {
            for (JumbfBox.Data data : assertion.data()) {
                SOURCE_TYPE
                        .matcher(StandardCharsets.UTF_8.decode(data.content().duplicate()))
                        .results()
                        .limit(Math.max(0, MOST - types.size()))
                        .map(type -> term(type.group(1).replace("\\/", "/")))
                        .forEach(types::add);
            }
        }
    }

    private static String term(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    boolean saysGenerated() {
        return sourceTypes.stream().anyMatch(GENERATED::contains);
    }
}
