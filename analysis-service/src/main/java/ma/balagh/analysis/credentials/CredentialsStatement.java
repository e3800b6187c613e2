package ma.balagh.analysis.credentials;

import java.util.Set;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingStatement;
import ma.balagh.analysis.finding.LaboratoryMethod;

/**
 * What can be said of a medium's content credentials. The fact {@code status} holds the codes of the C2PA specification
 * 2.2, 15.2.2, the one that decides first; a fact of which nothing is known is a dash.
 */
enum CredentialsStatement implements FindingStatement {
    /** No credentials. Most media have none, and platforms remove them. */
    ABSENT(FindingResult.UNKNOWN),
    /** The file's own metadata refer to credentials within it that are not there. */
    REMOVED(FindingResult.UNKNOWN, "reference"),
    /** The file says that its credentials are on a server. */
    ELSEWHERE(FindingResult.UNKNOWN, "status", "reference"),
    UNREADABLE(FindingResult.UNKNOWN),
    SEVERAL(FindingResult.UNKNOWN),
    UNSUPPORTED(FindingResult.UNKNOWN, "status", "feature"),
    /** Rules of the specification are broken in what the signer made, or somebody after. */
    MALFORMED(FindingResult.FAIL, "status"),
    SIGNATURE_INVALID(FindingResult.FAIL, "status"),
    ASSERTION_MISMATCH(FindingResult.FAIL, Signed.FACTS),
    CHANGED_AFTER_SIGNING(FindingResult.FAIL, Signed.FACTS),
    HISTORY_CHANGED(FindingResult.FAIL, Signed.FACTS),
    EXPIRED(FindingResult.UNKNOWN, Signed.FACTS),
    PARTLY_COVERED(FindingResult.UNKNOWN, Signed.FACTS),
    /** As {@link #VALID}; the signer says that a computer made what is to be seen or heard, or part of it. */
    GENERATED(FindingResult.FAIL, Signed.FACTS),
    /** As {@link #EXPIRED} or {@link #PARTLY_COVERED}; the credentials say the same. */
    GENERATED_UNPROVEN(FindingResult.FAIL, Signed.FACTS),
    VALID(FindingResult.PASS, Signed.FACTS);

    private final Form form;

    CredentialsStatement(FindingResult result, String... facts) {
        this(result, Set.of(facts));
    }

    CredentialsStatement(FindingResult result, Set<String> facts) {
        this.form = new Form(LaboratoryMethod.CREDENTIALS_CONTENT, result, facts);
    }

    @Override
    public Form form() {
        return form;
    }

    /** What is known once the signature holds. */
    static final class Signed {

        static final Set<String> FACTS = Set.of(
                "status",
                "signer",
                "issuer",
                "valid-from",
                "valid-until",
                "signed-at",
                "time-stamp-authority",
                "generator",
                "title",
                "actions",
                "source-types",
                "ingredients",
                "ingredients-with-credentials",
                "parent",
                "binding",
                "uncovered-bytes");

        private Signed() {}
    }
}
