package ma.balagh.intake.upload;

/** How far an upload is. */
enum UploadStatus {
    /** Bytes may follow, or all are there and it is about to be secured. */
    OPEN("is open"),
    SECURED("is secured"),
    /** What came is no medium, or not the one that was announced. */
    REFUSED("was refused: it is no medium, or not the one that was announced"),
    TERMINATED("was ended by its sender"),
    EXPIRED("has expired: nothing came for too long");

    private final String said;

    UploadStatus(String said) {
        this.said = said;
    }

    /** In a sentence about the upload, for its sender. */
    String said() {
        return said;
    }
}
