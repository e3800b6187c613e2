package ma.balagh.analysis.credentials;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.analysis.credentials.container.CredentialStore;
import ma.balagh.analysis.credentials.container.EmbeddedCredentials.Format;
import ma.balagh.analysis.credentials.container.MediumBytesReader;
import ma.balagh.analysis.credentials.encoding.CborItem;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;
import ma.balagh.analysis.credentials.encoding.JumbfBox;

/** How a manifest is bound to the bytes of its medium (C2PA specification 2.2, 9.2). */
enum HardBinding {
    DATA("c2pa.hash.data"),
    BOXES("c2pa.hash.boxes"),
    BMFF_1("c2pa.hash.bmff"),
    BMFF_2("c2pa.hash.bmff.v2"),
    BMFF_3("c2pa.hash.bmff.v3"),
    COLLECTION("c2pa.hash.collection.data");

    static final Set<String> LABELS =
            Arrays.stream(values()).map(HardBinding::label).collect(Collectors.toUnmodifiableSet());

    /** Says how parts of a medium are bound when the whole is not. */
    private static final Set<String> PARTS = Set.of("c2pa.hash.multi-asset");

    private final String label;

    HardBinding(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** What a binding is verified against. */
    record Bound(MediumBytesReader medium, Format format, CredentialStore store, boolean isUpdated) {}

    /**
     * @param status the code of success
     * @param uncovered bytes that the signer left out of the digest though they are not the store
     */
    record Verified(HardBinding binding, String status, long uncovered) {}

    /** @throws CredentialRejectedException when the medium is not what was signed */
    static Verified verify(CredentialClaim claim, Bound bound) throws CredentialRejectedException, IOException {
        List<JumbfBox> assertions = claim.assertions(LABELS);
        if (assertions.isEmpty()) {
            throw CredentialRejectedException.malformed("claim.hardBindings.missing");
        }
        if (assertions.size() > 1) {
            throw CredentialRejectedException.malformed("assertion.multipleHardBindings");
        }
        JumbfBox assertion = assertions.getFirst();
        HardBinding binding = Arrays.stream(values())
                .filter(each -> each.label.equals(CredentialClaim.base(assertion.label())))
                .findFirst()
                .orElseThrow();
        try {
            return binding.verify(CredentialClaim.content(assertion), claim.algorithm(), bound);
        } catch (DamagedEncodingException e) {
            throw e.isLimit()
                    ? CredentialRejectedException.unsupported("general.error", "limit: " + e.getMessage())
                    : CredentialRejectedException.changed(binding.mismatch());
        } catch (CredentialRejectedException changed) {
            if (changed.statement() == CredentialsStatement.CHANGED_AFTER_SIGNING
                    && !claim.assertions(PARTS).isEmpty()) {
                throw CredentialRejectedException.unsupported(changed.code(), "c2pa.hash.multi-asset");
            }
            throw changed;
        }
    }

    private Verified verify(CborItem assertion, String algorithm, Bound bound)
            throws CredentialRejectedException, IOException, DamagedEncodingException {
        long uncovered = switch (this) {
            case DATA -> new DataHashVerifier(bound).uncovered(assertion, algorithm);
            case BOXES -> new GeneralBoxHashVerifier(bound).uncovered(assertion, algorithm);
            case BMFF_1, BMFF_2, BMFF_3 -> new BmffHashVerifier(bound, this).uncovered(assertion, algorithm);
            case COLLECTION -> throw CredentialRejectedException.unsupported("general.error", label);
        };
        return new Verified(this, status("match"), uncovered);
    }

    String mismatch() {
        return status("mismatch");
    }

    String malformed() {
        return status("malformed");
    }

    private String status(String end) {
        String kind = switch (this) {
            case DATA -> "dataHash";
            case BOXES -> "boxesHash";
            case BMFF_1, BMFF_2, BMFF_3 -> "bmffHash";
            case COLLECTION -> "collectionHash";
        };
        return "assertion." + kind + "." + end;
    }
}
