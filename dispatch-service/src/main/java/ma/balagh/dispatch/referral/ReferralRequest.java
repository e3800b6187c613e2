package ma.balagh.dispatch.referral;

import ma.balagh.http.Purpose;

/**
 * Who asks for a referral file, and why.
 *
 * @param name user name
 * @param token the caller's own access token: intake and analysis decide what that person may have
 * @param language of the texts: ar, fr or en
 */
record ReferralRequest(String name, String token, Purpose purpose, String language) {

    @Override
    public String toString() {
        return "referral file for " + name;
    }
}
