package ma.balagh.intake.report;

/** A medium that a report names by its address. */
record MediaLink(String url, State state) {

    /** Whether we have it. */
    enum State {
        /** Still to be fetched. */
        TO_OBTAIN
    }
}
