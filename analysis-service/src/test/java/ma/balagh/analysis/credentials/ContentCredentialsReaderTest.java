package ma.balagh.analysis.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCredentialsReaderTest extends CredentialsReading {

    private static final String AI =
            "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "parts", "png", "webp", "c2pa.hash.bmff", "c2pa.hash.bmff.v2", "c2pa.hash.bmff.v3"})
    void acceptsEachContainerAsItWasSignedAndSeesABitThatChanged(String kind) throws Exception {
        // Given
        var medium = new SignedMedium(SIGNER);
        byte[] file = made(medium, kind);
        byte[] changed = file.clone();
        changed[kind.equals("webp") ? medium.from() - 50 : file.length - 50] ^= 1;

        // When
        Finding before = read(file);
        Finding after = read(changed);

        // Then
        assertThat(before.code()).isEqualTo("credentials.content.valid");
        assertThat(after.code()).isEqualTo("credentials.content.changed-after-signing");
        assertThat(after.result()).isEqualTo(FindingResult.FAIL);
        assertThat(after.facts().get("status")).matches("assertion[.](data|boxes|bmff)Hash[.]mismatch, .*");
        assertThat(after.facts()).containsEntry("signer", "Test Press Agency (Camera 7)");
    }

    @Test
    void joinsAStoreThatIsCutToPieces() throws Exception {
        assertThat(read(new SignedMedium(SIGNER).thumbnail(150_000).jpeg()).code())
                .isEqualTo("credentials.content.valid");
    }

    @Test
    void seesThatTheClaimIsNotTheOneThatWasSigned() throws Exception {
        assertThat(read(replaced(new SignedMedium(SIGNER).jpeg(), "Test Camera", "Best Camera")))
                .extracting(
                        Finding::result,
                        Finding::code,
                        finding -> finding.facts().get("status"))
                .containsExactly(
                        FindingResult.FAIL, "credentials.content.signature-invalid", "claimSignature.mismatch");
    }

    @Test
    void seesThatAnAssertionIsNotTheOneThatWasSigned() throws Exception {
        Finding finding =
                read(replaced(new SignedMedium(SIGNER).mp4("c2pa.hash.bmff.v3"), "digitalCapture", "digitalReality"));

        assertThat(finding.code()).isEqualTo("credentials.content.assertion-mismatch");
        assertThat(finding.result()).isEqualTo(FindingResult.FAIL);
        assertThat(finding.facts().get("status")).startsWith("assertion.hashedURI.mismatch");
    }

    @Test
    void seesAnAssertionThatTheSignerDoesNotKnow() throws Exception {
        assertThat(read(new SignedMedium(SIGNER).withUndeclaredAssertion().jpeg())
                        .facts()
                        .get("status"))
                .startsWith("assertion.undeclared");
    }

    @Test
    void refusesCredentialsOfAnotherFile() throws Exception {
        // Given
        var medium = new SignedMedium(SIGNER);
        byte[] file = medium.jpeg();
        byte[] other = file.clone();
        System.arraycopy("another picture".getBytes(StandardCharsets.US_ASCII), 0, other, medium.to() + 100, 15);

        // Then
        assertThat(read(other).facts().get("status")).startsWith("assertion.dataHash.mismatch");
    }

    @Test
    void saysThatTheSignerDeclaresAComputersWork() throws Exception {
        Finding finding = read(new SignedMedium(SIGNER).sourceType(AI).mp4("c2pa.hash.bmff.v2"));

        assertThat(finding.code()).isEqualTo("credentials.content.generated");
        assertThat(finding.result()).isEqualTo(FindingResult.FAIL);
        assertThat(finding.facts()).containsEntry("source-types", "compositeWithTrainedAlgorithmicMedia");
    }

    @Test
    void readsTheSourceTypeInSignedMetadata() throws Exception {
        Finding finding = read(new SignedMedium(SIGNER)
                .metadata("{\"@context\": {}, \"Iptc4xmpExt:DigitalSourceType\": \"" + AI + "\"}")
                .jpeg());

        assertThat(finding.code()).isEqualTo("credentials.content.generated");
        assertThat(finding.facts())
                .containsEntry("source-types", "digitalCapture, compositeWithTrainedAlgorithmicMedia");
    }

    /** What a signer says against the file counts although the signature is no full proof. */
    @Test
    void saysThatCredentialsWithoutFullProofDeclareAComputersWork() throws Exception {
        Finding finding = read(
                new SignedMedium(SIGNER).sourceType(AI).leavingOutThePicture().jpeg());

        assertThat(finding.code()).isEqualTo("credentials.content.generated-unproven");
        assertThat(finding.result()).isEqualTo(FindingResult.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "c2pa.hash.bmff.v3"})
    void doesNotVouchForAFileOfWhichThePictureIsLeftOut(String kind) throws Exception {
        Finding finding = read(made(new SignedMedium(SIGNER).leavingOutThePicture(), kind));

        assertThat(finding.code()).isEqualTo("credentials.content.partly-covered");
        assertThat(finding.result()).isEqualTo(FindingResult.UNKNOWN);
        assertThat(Long.parseLong(finding.facts().get("uncovered-bytes"))).isGreaterThanOrEqualTo(600);
    }

    @Test
    void doesNotVouchForAVideoThatPlaysBytesOutOfAHole() throws Exception {
        // Given
        var medium = new SignedMedium(SIGNER);
        byte[] file = medium.mp4("c2pa.hash.bmff.v3");
        int table = new String(file, StandardCharsets.ISO_8859_1).indexOf("stco", medium.to()) + 12;
        file[table + 2] = 0;
        file[table + 3] = 40;

        // Then
        assertThat(read(file).code()).isEqualTo("credentials.content.partly-covered");
    }

    @Test
    void doesNotVouchForAPhotoThatShowsBytesOutOfAHole() throws Exception {
        // Given
        var medium = new SignedMedium(SIGNER);
        byte[] file = medium.heic("c2pa.hash.bmff.v3");
        byte[] partly = file.clone();
        byte[] behind = file.clone();
        int place = new String(file, StandardCharsets.ISO_8859_1).indexOf("iloc", medium.to()) + 4 + 14;

        // When
        ByteBuffer.wrap(partly).putInt(place, medium.to() - 60);
        ByteBuffer.wrap(behind).putInt(place + 4, MediumContainer.PICTURE.length + 1);

        // Then
        assertThat(read(file).code()).isEqualTo("credentials.content.valid");
        assertThat(read(partly).code()).isEqualTo("credentials.content.partly-covered");
        assertThat(read(behind).code()).isEqualTo("credentials.content.partly-covered");
        assertThat(read(behind).version()).isEqualTo("3");
    }

    @Test
    void doesNotVouchForFragmentsOfWhichThePlacesAreLeftOut() throws Exception {
        assertThat(read(new SignedMedium(SIGNER).fragmented("c2pa.hash.bmff.v3"))
                        .code())
                .isEqualTo("credentials.content.partly-covered");
    }

    @Test
    void findsTheBindingOfAnUpdateInWhatItUpdates() throws Exception {
        // Given
        var medium = new SignedMedium(SIGNER).updated();
        byte[] file = medium.jpeg();
        byte[] changed = file.clone();
        changed[file.length - 50] ^= 1;

        // When
        Finding finding = read(file);

        // Then
        assertThat(finding.code()).isEqualTo("credentials.content.valid");
        assertThat(finding.facts())
                .containsEntry("ingredients", "1")
                .containsEntry("ingredients-with-credentials", "1")
                .containsEntry("binding", "c2pa.hash.data");
        assertThat(read(changed).code()).isEqualTo("credentials.content.changed-after-signing");
        assertThat(read(replaced(file, "digitalCapture", "digitalReality")).code())
                .isEqualTo("credentials.content.history-changed");
    }

    @Test
    void countsNoneOfSeveralStores() throws Exception {
        assertThat(read(new SignedMedium(SIGNER).withStores(2).jpeg()).code()).isEqualTo("credentials.content.several");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "parts", "png", "webp", "c2pa.hash.bmff.v3"})
    void neverVouchesForAFileThatIsCutOff(String kind) throws Exception {
        // Given
        var medium = new SignedMedium(SIGNER);
        byte[] file = made(medium, kind);

        // Then
        for (int length = 0; length < file.length - 1; length += 97) {
            assertThat(read(Arrays.copyOf(file, length)).result()).isNotEqualTo(FindingResult.PASS);
        }
        assertThat(read(Arrays.copyOf(file, medium.to() - 20)).code()).isEqualTo("credentials.content.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "no medium at all", "\0\0\0\30ftypisom", "RIFF\0\0\0\0WEBP"})
    void saysNothingOfAFileWithoutCredentials(String content) throws Exception {
        Finding finding = read(content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(finding.code()).isEqualTo("credentials.content.absent");
        assertThat(finding.result()).isEqualTo(FindingResult.UNKNOWN);
    }

    @Test
    void saysThatCredentialsAreElsewhereAndGoesNowhere() throws Exception {
        assertThat(read(withReference("https://example.org/12.c2pa")))
                .extracting(Finding::code, finding -> finding.facts().get("reference"))
                .containsExactly("credentials.content.elsewhere", "https://example.org/12.c2pa");
    }

    @Test
    void saysThatCredentialsWereRemoved() throws Exception {
        assertThat(read(withReference("self#jumbf=/c2pa/urn:uuid:1")).code()).isEqualTo("credentials.content.removed");
    }

    private static byte[] withReference(String url) {
        byte[] xmp = ("http://ns.adobe.com/xap/1.0/\0<rdf:Description dcterms:provenance=\"" + url + "\"/>")
                .getBytes(StandardCharsets.UTF_8);
        return Asn1.joined(
                new byte[] {-1, (byte) 0xD8},
                MediumContainer.segment(0xE1, xmp),
                MediumContainer.segment(0xDA, new byte[8]));
    }

    private static byte[] made(SignedMedium medium, String kind) {
        return switch (kind) {
            case "jpeg" -> medium.jpeg();
            case "parts" -> medium.jpegByParts();
            case "png" -> medium.png();
            case "webp" -> medium.webp();
            default -> medium.mp4(kind);
        };
    }

    private static byte[] replaced(byte[] file, String what, String by) {
        byte[] replaced = file.clone();
        System.arraycopy(by.getBytes(StandardCharsets.US_ASCII), 0, replaced, indexOf(file, what), what.length());
        return replaced;
    }
}
