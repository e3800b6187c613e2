package ma.balagh.dispatch.export;

/** How incidents are written into a file. */
enum ExportFormat {
    GEOJSON("application/geo+json", "geojson"),
    CSV("text/csv; charset=utf-8; header=present", "csv"),
    EDXL("application/xml", "xml");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return "incidents." + extension;
    }
}
