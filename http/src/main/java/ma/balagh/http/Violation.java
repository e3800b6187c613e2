package ma.balagh.http;

/**
 * One thing that is wrong with a request.
 *
 * @param field the JSON path ({@code claim.latitude}), query parameter or header at fault
 * @param message what is wrong with it, for a person; never the rejected value of a personal field
 */
public record Violation(String field, String message) {}
