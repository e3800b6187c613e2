package ma.balagh.seal;

import java.util.regex.Pattern;

/**
 * A table with the columns {@code key_id}, {@code wrapped_key} and {@code ciphertext}, and an index on the first of them
 * and its id. Rows without a wrapped key are none of its concern. A bean of each feature that has one: the rotation of
 * keys takes care of its rows.
 *
 * @param name of the table, also in the metric
 * @param id the table's primary key, a UUID
 */
public record SealedTable(String name, String id) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_]+");

    public SealedTable {
        if (!IDENTIFIER.matcher(name).matches() || !IDENTIFIER.matcher(id).matches()) {
            throw new IllegalArgumentException("no plain identifiers: " + name + ", " + id);
        }
    }
}
