package ma.balagh.dispatch.inquiry;

/** What an inquiry can come to. */
enum InquiryFinding {
    SUBSTANTIATED,
    UNSUBSTANTIATED,
    NOT_PROVABLE,
    PASSED_TO_PROSECUTOR;

    /** Whether somebody was found to have done something, or a court is to say. */
    boolean isAgainstSomebody() {
        return this == SUBSTANTIATED || this == PASSED_TO_PROSECUTOR;
    }
}
