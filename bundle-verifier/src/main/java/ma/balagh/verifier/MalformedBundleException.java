package ma.balagh.verifier;

/** Something in a bundle does not have the form that its format requires. */
final class MalformedBundleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FindingLocation place;

    MalformedBundleException(FindingLocation place, String reason) {
        // A hostile bundle may make many of them.
        super(reason, null, false, false);
        this.place = place;
    }

    FindingLocation place() {
        return place;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
