package ma.balagh.analysis.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.balagh.analysis.credentials.encoding.Cbor;
import ma.balagh.analysis.credentials.encoding.Jumbf;

/**
 * What signers say was done, and how it came about (C2PA specification 2.2, 18.14).
 *
 * @param names such as {@code c2pa.created}
 * @param sourceTypes the last part of terms of the IPTC's digital source types, such as {@code digitalCapture}
 */
record Actions(List<String> names, List<String> sourceTypes) {

    private static final Set<String> LABELS = Set.of("c2pa.actions", "c2pa.actions.v2");

    /** Terms by which a signer says that no camera or microphone recorded it, or not all of it. */
    private static final Set<String> GENERATED = Set.of(
            "trainedAlgorithmicMedia",
            "compositeWithTrainedAlgorithmicMedia",
            "trainedAlgorithmicData",
            "algorithmicMedia",
            "compositeSynthetic",
            "virtualRecording");

    private static final int MOST = 1_000;

    /** Of the active manifest, and the source types of those before it too. */
    static Actions of(Claim active, List<Claim> history) throws Rejection {
        var names = new ArrayList<String>();
        var types = new ArrayList<String>();
        read(active, names, types);
        for (Claim earlier : history) {
            try {
                read(earlier, new ArrayList<>(), types);
            } catch (Rejection notInOrder) {
                continue;
            }
        }
        return new Actions(List.copyOf(names), List.copyOf(types));
    }

    private static void read(Claim claim, List<String> names, List<String> types) throws Rejection {
        for (Jumbf assertion : claim.assertions(LABELS)) {
            for (Cbor action : Claim.content(assertion).items("actions")) {
                if (names.size() + types.size() < MOST) {
                    action.text("action").ifPresent(names::add);
                    action.text("digitalSourceType")
                            .map(type -> type.substring(type.lastIndexOf('/') + 1))
                            .ifPresent(types::add);
                }
            }
        }
    }

    boolean saysGenerated() {
        return sourceTypes.stream().anyMatch(GENERATED::contains);
    }
}
