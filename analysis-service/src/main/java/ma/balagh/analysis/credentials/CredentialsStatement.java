package ma.balagh.analysis.credentials;

import java.util.Set;
import ma.balagh.analysis.finding.Method;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Statement;

/**
 * What can be said of a medium's content credentials. The fact {@code status} holds the codes of the C2PA specification
 * 2.2, 15.2.2, the one that decides first; a fact of which nothing is known is a dash.
 */
enum CredentialsStatement implements Statement {
    /** No credentials. Most media have none, and platforms remove them. */
    ABSENT(Result.UNKNOWN),
    /** The file's own metadata refer to credentials within it that are not there. */
    REMOVED(Result.UNKNOWN, "reference"),
    /** The file says that its credentials are on a server. */
    ELSEWHERE(Result.UNKNOWN, "status", "reference"),
    UNREADABLE(Result.UNKNOWN),
    SEVERAL(Result.UNKNOWN),
    UNSUPPORTED(Result.UNKNOWN, "status", "feature"),
    /** Rules of the specification are broken in what the signer made, or somebody after. */
    MALFORMED(Result.FAIL, "status"),
    SIGNATURE_INVALID(Result.FAIL, "status"),
    ASSERTION_MISMATCH(Result.FAIL, Signed.FACTS),
    CHANGED_AFTER_SIGNING(Result.FAIL, Signed.FACTS),
    HISTORY_CHANGED(Result.FAIL, Signed.FACTS),
    EXPIRED(Result.UNKNOWN, Signed.FACTS),
    PARTLY_COVERED(Result.UNKNOWN, Signed.FACTS),
    /** As {@link #VALID}; the signer says that a computer made what is to be seen or heard, or part of it. */
    GENERATED(Result.FAIL, Signed.FACTS),
    /** As {@link #EXPIRED} or {@link #PARTLY_COVERED}; the credentials say the same. */
    GENERATED_UNPROVEN(Result.FAIL, Signed.FACTS),
    VALID(Result.PASS, Signed.FACTS);

    private final Form form;

    CredentialsStatement(Result result, String... facts) {
        this(result, Set.of(facts));
    }

    CredentialsStatement(Result result, Set<String> facts) {
        this.form = new Form(Method.CREDENTIALS_CONTENT, result, facts);
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
