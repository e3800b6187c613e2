package ma.balagh.dispatch.statistics;

/** As what a commander takes the desk along. */
enum DeskFileFormat {
    CSV,
    PDF
}
