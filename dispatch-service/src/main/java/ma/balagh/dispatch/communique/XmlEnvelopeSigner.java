package ma.balagh.dispatch.communique;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import ma.balagh.dispatch.referral.PublicationSigner;

/**
 * Puts an enveloped signature (XML Signature 1.1, ECDSA with SHA-256) at the end of a document's root. The document comes in
 * canonical form already (Exclusive XML Canonicalization 1.0): no declaration, no comments, no blanks between elements, one
 * default namespace. So nothing has to be parsed, and no provider of XML signatures to be found by reflection.
 */
@ApplicationScoped
class XmlEnvelopeSigner {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String ENVELOPED = DSIG + "enveloped-signature";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private final PublicationSigner signer;

    XmlEnvelopeSigner(PublicationSigner signer) {
        this.signer = signer;
    }

    /** @param body elements without a prefix, in canonical form */
    String sign(String root, String namespace, String body) {
        String start = "<" + root + " xmlns=\"" + namespace + "\">" + body;
        String end = "</" + root + ">";
        String digest = base64(sha256((start + end).getBytes(StandardCharsets.UTF_8)));
        String inside = method("CanonicalizationMethod", EXCLUSIVE)
                + method("SignatureMethod", ECDSA)
                + "<Reference URI=\"\"><Transforms>"
                + method("Transform", ENVELOPED)
                + method("Transform", EXCLUSIVE)
                + "</Transforms>"
                + method("DigestMethod", SHA256)
                + "<DigestValue>" + digest + "</DigestValue></Reference></SignedInfo>";
        byte[] signed = ("<SignedInfo xmlns=\"" + DSIG + "\">" + inside).getBytes(StandardCharsets.UTF_8);
        return start
                + "<Signature xmlns=\"" + DSIG + "\"><SignedInfo>" + inside
                + "<SignatureValue>" + base64(signer.sign(signed)) + "</SignatureValue>"
                + "<KeyInfo><X509Data><X509Certificate>" + base64(signer.certificate())
                + "</X509Certificate></X509Data></KeyInfo></Signature>"
                + end;
    }

    /** Text as canonical XML has it. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#xD;");
    }

    private static String method(String element, String algorithm) {
        return "<" + element + " Algorithm=\"" + algorithm + "\"></" + element + ">";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
