package ma.balagh.verifier;

/** Something in a bundle is not as its format wants it. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    Malformed(Place place, String reason) {
        // A hostile bundle may make many of them.
        super(reason, null, false, false);
        this.place = place;
    }

    Place place() {
        return place;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
