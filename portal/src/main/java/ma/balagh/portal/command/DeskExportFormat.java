package ma.balagh.portal.command;

/** As what the desk is taken along. */
enum DeskExportFormat {
    CSV,
    PDF
}
