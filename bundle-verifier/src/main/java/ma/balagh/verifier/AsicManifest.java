package ma.balagh.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a signature in an ASiC-E container is about (ETSI EN 319 162-1, annex A.4).
 *
 * @param signature the name of its entry
 * @param digests SHA-256 of each entry that is signed, in hexadecimal digits, by name
 */
record AsicManifest(String signature, Map<String, String> digests) {

    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String XML_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    static AsicManifest read(String name, byte[] xml) {
        try {
            Element root = parsed(xml);
            String signature = only(root, ASIC, "SigReference", name).getAttribute("URI");
            var digests = new TreeMap<String, String>();
            var references = root.getElementsByTagNameNS(ASIC, "DataObjectReference");
            for (int i = 0; i < references.getLength(); i++) {
                var reference = (Element) references.item(i);
                String entry = reference.getAttribute("URI");
                if (digests.put(entry, digest(reference, name)) != null) {
                    throw new MalformedBundleException(FindingLocation.entry(name), "it lists " + entry + " twice");
                }
            }
            return new AsicManifest(signature, digests);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new MalformedBundleException(FindingLocation.entry(name), "it is no manifest of a signature");
        }
    }

    /** No entities, no document from elsewhere. */
    private static Element parsed(byte[] xml) throws IOException, SAXException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        var builder = factory.newDocumentBuilder();
        // What is wrong with it is a finding, and nothing to print.
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    }

    private static String digest(Element reference, String name) {
        if (!SHA_256.equals(only(reference, XML_SIGNATURE, "DigestMethod", name).getAttribute("Algorithm"))) {
            throw new MalformedBundleException(FindingLocation.entry(name), "it has other digests than SHA-256");
        }
        String value = only(reference, XML_SIGNATURE, "DigestValue", name).getTextContent();
        return HexFormat.of().formatHex(Base64.getMimeDecoder().decode(value));
    }

    private static Element only(Element parent, String namespace, String local, String name) {
        var found = parent.getElementsByTagNameNS(namespace, local);
        if (found.getLength() != 1) {
            throw new MalformedBundleException(
                    FindingLocation.entry(name), "it has %d of %s".formatted(found.getLength(), local));
        }
        return (Element) found.item(0);
    }
}
