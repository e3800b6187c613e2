package ma.balagh.intake.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ma.balagh.intake.anchor.AgencySigner;
import ma.balagh.intake.anchor.Anchor;
import ma.balagh.intake.anchor.AnchorStore;
import org.jspecify.annotations.Nullable;

/** Compares the anchors outside the database with those in it. */
final class OutsideAnchorVerifier {

    private final AnchorStore store;
    private final ProofFaultRecorder faults;
    private final Set<String> keys = new HashSet<>();

    OutsideAnchorVerifier(AnchorStore store, ProofFaultRecorder faults) {
        this.store = store;
        this.faults = faults;
    }

    /** @param unfinished whether its files may still be missing */
    void prove(Anchor anchor, byte @Nullable [] key, byte @Nullable [] stamp, boolean unfinished) {
        String name = Anchor.name(anchor.number());
        prove(anchor, name + ".json", anchor.file(), unfinished);
        if (stamp != null) {
            prove(anchor, name + ".tsr", stamp, unfinished);
        } else if (!unfinished) {
            fault(anchor, "it has no time stamp, and none is to come");
        }
        if (key != null && !unfinished && keys.add(anchor.keyId())) {
            prove(
                    anchor,
                    "key-" + anchor.keyId() + ".pem",
                    AgencySigner.pem(key).getBytes(US_ASCII),
                    false);
        }
    }

    private void prove(Anchor anchor, String name, byte[] content, boolean unfinished) {
        try {
            Optional<byte[]> kept = store.read(name);
            if (kept.isEmpty() && !unfinished) {
                fault(anchor, "outside the database, " + name + " is missing");
            } else if (kept.isPresent() && !Arrays.equals(kept.get(), content)) {
                fault(anchor, "outside the database, " + name + " has other bytes");
            }
        } catch (IOException e) {
            fault(anchor, "outside the database, %s cannot be read: %s".formatted(name, e));
        }
    }

    private void fault(Anchor anchor, String why) {
        faults.add(ProofFaultRecorder.Part.ANCHOR, anchor.number(), why);
    }
}
