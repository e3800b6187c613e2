package ma.balagh.intake.quota;

import ma.balagh.http.Caller;

/**
 * Whose bytes are counted together.
 *
 * @param id the token's subject
 * @param name the user name, by which limits are configured
 */
public record QuotaAccount(String id, String name) {

    /** Who makes this request. */
    public static QuotaAccount of(Caller caller) {
        return new QuotaAccount(caller.id(), caller.name());
    }
}
