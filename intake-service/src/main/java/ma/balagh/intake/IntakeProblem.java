package ma.balagh.intake;

import ma.balagh.http.ProblemType;

/** The problems that only intake has. */
public enum IntakeProblem implements ProblemType {
    FOUR_EYES("four-eyes", 403, "This needs two different people"),
    NATIONAL_SETTING("national-setting", 403, "This is decided for the whole country"),
    ALREADY_DECIDED("already-decided", 409, "Somebody has decided this proposal before"),
    NOT_BY_RULE("not-by-rule", 409, "The rule does not allow this now"),
    PROPOSAL_WAITS("proposal-waits", 409, "A proposal waits for its decision"),
    DIGEST_MISMATCH("digest-mismatch", 422, "The bytes are not those that the digest names"),
    EMPTY_MEDIUM("empty-medium", 400, "The medium has no bytes"),
    INCOMPLETE_UPLOAD("incomplete-upload", 400, "The upload ended before its announced length"),
    NOT_A_MEDIUM("not-a-medium", 415, "This is no video or image that can be taken in"),
    NOT_ALL_REPORTS("not-all-reports", 409, "Not all of these reports can be treated so"),
    MEDIUM_TOO_LARGE("medium-too-large", 413, "The medium is larger than what is taken in"),
    TUS_VERSION("tus-version", 412, "This version of tus is not spoken here"),
    OFFSET_MISMATCH("offset-mismatch", 409, "The upload stands at another offset"),
    UPLOAD_LOCKED("upload-locked", 423, "Another request is busy with this upload"),
    UPLOAD_ENDED("upload-ended", 410, "The upload has ended"),
    CHECKSUM_MISMATCH("checksum-mismatch", 460, "The bytes are not those of the checksum"),
    TOO_MANY_UPLOADS("too-many-uploads", 429, "Too many uploads are unfinished"),
    TOO_MANY_READINGS("too-many-readings", 429, "Evidence is read too often"),
    QUOTA_EXCEEDED("quota-exceeded", 429, "Your account has brought or announced too many bytes"),
    STORE_FULL("evidence-store-full", 507, "The evidence store has no room left"),
    EVIDENCE_ERASED("evidence-erased", 410, "The bytes of this evidence were erased"),
    EVIDENCE_DAMAGED("evidence-damaged", 500, "The stored bytes are no longer those that were secured"),
    SEARCH_TOO_LONG("search-too-long", 422, "The search takes too long");

    private final String slug;
    private final int status;
    private final String title;

    IntakeProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
