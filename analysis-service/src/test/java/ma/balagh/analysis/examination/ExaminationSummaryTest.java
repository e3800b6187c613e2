package ma.balagh.analysis.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.examination.ExaminationView.Counterpart;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.examination.ExaminationView.SpanView;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.finding.LaboratoryMethod;
import ma.balagh.contracts.IdGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExaminationSummaryTest {

    private static final String SILENT = "";

    @Test
    void tellsACleanVideoOfAPhone() {
        // Given
        List<Finding> findings = video("h264 1920×1080 ↻ 90°", "aac", "12.40");
        findings.add(found(
                LaboratoryMethod.STRUCTURE_ORIGIN,
                "camera-original",
                FindingResult.PASS,
                Map.of("writer", "Apple iPhone", "traces", "key.com.apple.quicktime.make=Apple")));
        findings.add(found(
                LaboratoryMethod.METADATA_RECORDED_ON,
                "says-when",
                FindingResult.PASS,
                Map.of("recorded", "2016-07-30T21:15:00Z", "device", "Apple iPhone", "software", "")));
        findings.add(found(
                LaboratoryMethod.METADATA_LOCATION,
                "says-where",
                FindingResult.PASS,
                Map.of("latitude", "33.58831", "longitude", "-7.61138")));
        findings.add(compared());

        // When
        ExaminationSummary summary = completed(findings);

        // Then
        assertThat(summary.en())
                .isEqualTo("This is a video of 12 seconds, 1080×1920 pixels; its bytes are those that were secured; the"
                        + " file names a camera and is laid out in every respect as that camera does it: Apple iPhone;"
                        + " by its own account it was recorded on 30 July 2016 21:15:00 UTC at the position 33.58831,"
                        + " -7.61138. No contradiction or sign of change was found; the file matches no other.");
        assertThat(summary.fr())
                .startsWith("C’est une vidéo d’une durée de 12 secondes, en 1080×1920 pixels\u00a0; ses octets sont")
                .contains("à la position 33,58831\u00a0; -7,61138.")
                .endsWith(
                        "Aucune contradiction ni trace de modification n’a été relevée\u00a0; le fichier ne correspond à aucun autre.");
        assertThat(plain(summary.ar()))
                .startsWith("هذا فيديو مدته 12 ثانية، قياس صورته 1080×1920 بكسل؛ بايتات الملف هي نفسها التي أُمِّنت")
                .endsWith("لم يوجد في الملف أي تناقض ولا أثر لتغيير؛ لا يطابق الملف أي ملف آخر.");
    }

    @Test
    void tellsACopyOfKnownFootageOnceByItsName() {
        // Given
        List<Finding> findings = video("h264 640×360", SILENT, "125");
        findings.add(compared());
        UUID evidence = IdGenerator.next();
        var known = new KnownMedia.Entry(IdGenerator.next(), KnownMedia.Kind.CASE, "2016/417", "A robbery");
        List<MatchView> matches = List.of(
                match(Counterpart.known(known, evidence, null), "COPY", 0, 125),
                match(Counterpart.evidence(evidence, null), "COPY", 0, 125),
                match(Counterpart.evidence(IdGenerator.next(), null), "SHARED_SPAN", 3, 4.4),
                match(Counterpart.evidence(IdGenerator.next(), null), "SAME_SCENE", 0, 0),
                match(Counterpart.evidence(IdGenerator.next(), null), "SHARED_SOUND", 0, 60));

        // When
        ExaminationSummary summary = ExaminationSummary.of(ExaminationState.COMPLETED, findings, matches);

        // Then
        assertThat(plain(summary.en()))
                .contains("This is a video without sound, of 2 minutes 5 seconds, 640×360 pixels")
                .endsWith(
                        "No contradiction or sign of change was found. The file is a copy of the same recording as the known case “2016/417”;"
                                + " the file shares 1 second with another piece of evidence; the file and another piece of"
                                + " evidence were filmed at the same place, at different times; the file has only its sound in"
                                + " common with another piece of evidence.");
        assertThat(plain(summary.fr()))
                .contains("2 minutes 5 secondes", "«\u00a02016/417\u00a0» sont des copies d’un même enregistrement")
                .contains("le fichier a 1 seconde en commun avec une autre pièce");
        assertThat(plain(summary.ar()))
                .contains(
                        "مدته دقيقتان و5 ثوان",
                        "القضية المعروفة «2016/417»",
                        "مقطع مشترك مدته ثانية واحدة مع دليل آخر");
    }

    @Test
    void tellsContradictionsBeforeMatches() {
        // Given
        List<Finding> findings = video("hevc 1280×720", "aac", "0.53");
        findings.add(found(
                LaboratoryMethod.TIMES_CONSISTENCY,
                "older-than-claimed",
                FindingResult.FAIL,
                Map.of("recorded", "2015-03-01T10:00:00Z", "claimed", "2016-07-30T21:00:00Z", "days", "517")));
        findings.add(found(
                LaboratoryMethod.STRUCTURE_ORIGIN,
                "editor-output",
                FindingResult.FAIL,
                Map.of("writer", "Adobe Premiere", "traces", "x")));
        findings.add(compared());

        // When
        ExaminationSummary summary = ExaminationSummary.of(
                ExaminationState.COMPLETED,
                findings,
                List.of(match(Counterpart.evidence(IdGenerator.next(), null), "COPY", 0, 0.5)));

        // Then
        assertThat(summary.en())
                .isEqualTo("This is a video of 0.53 seconds, 1280×720 pixels; its bytes are those that were secured."
                        + " There are 2 contradictions or signs of change: the file says that it was recorded or"
                        + " written before the event that it is said to show; the file says that an editing program"
                        + " wrote it: Adobe Premiere. The file is a copy of the same recording as another piece of evidence."
                        + " Could not be known: when it was recorded.");
        assertThat(summary.fr()).contains("0,53 seconde,", "On relève 2 contradictions ou traces de modification");
        assertThat(plain(summary.ar())).contains("0,53 ثانية", "وُجد تناقضان أو أثران لتغيير: ");
    }

    @Test
    void saysInFrontThatAComputerMadeIt() {
        // Given
        List<Finding> findings = video("png 1024×1024", SILENT, "");
        findings.add(found(LaboratoryMethod.MEDIA_DURATION, "single-picture", FindingResult.PASS, Map.of()));
        findings.add(found(
                LaboratoryMethod.STRUCTURE_ORIGIN,
                "generated",
                FindingResult.FAIL,
                Map.of("writer", "trained algorithm", "traces", "x")));
        findings.add(compared());

        // Then
        assertThat(completed(findings).en())
                .isEqualTo(
                        "This is a picture of 1024×1024 pixels; its bytes are those that were secured. The file"
                                + " says itself that its content was made by artificial intelligence or another program,"
                                + " wholly or in part: trained algorithm. No contradiction or sign of change was found; the file matches no other.");
    }

    @Test
    void saysWhyAFileCannotBeExamined() {
        // Given
        List<Finding> findings = List.of(
                found(LaboratoryMethod.EVIDENCE_DIGEST, "same", FindingResult.PASS, Map.of()),
                found(
                        LaboratoryMethod.MEDIA_CONTAINER,
                        "no-medium",
                        FindingResult.FAIL,
                        Map.of("complaint", "Invalid data")));

        // When
        ExaminationSummary summary = ExaminationSummary.of(ExaminationState.UNREADABLE, findings, List.of());

        // Then
        assertThat(summary.en())
                .isEqualTo("This file could not be examined: the file is none of the kinds of video, picture or sound"
                        + " that are accepted; its bytes are those that were secured.");
        assertThat(summary.fr()).startsWith("Ce fichier n’a pas pu être expertisé\u00a0: le fichier n’est");
        assertThat(summary.ar()).startsWith("تعذّر فحص هذا الملف: الملف ليس من أنواع");
    }

    @Test
    void namesEachThatCouldNotBeKnownOnce() {
        // Given
        List<Finding> findings = video("h264 640×360", SILENT, "9.64");
        findings.add(found(LaboratoryMethod.PICTURE_SCREEN, "undecided", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.CREDENTIALS_CONTENT, "absent", FindingResult.UNKNOWN, Map.of()));
        findings.add(
                found(LaboratoryMethod.CODING_COMPRESSION, "compression-undecided", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.METADATA_RECORDED_ON, "silent", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.TIMES_CONSISTENCY, "none", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.METADATA_LOCATION, "silent", FindingResult.UNKNOWN, Map.of()));
        findings.add(
                found(LaboratoryMethod.FOOTAGE_COMPARISON, "too-plain", FindingResult.UNKNOWN, Map.of("frames", "0")));

        // When
        ExaminationSummary summary = completed(findings);

        // Then: that it could not be compared is not told as if nothing were like it
        assertThat(summary.en())
                .contains("; no signature vouches for the file. ")
                .endsWith(
                        "No contradiction or sign of change was found. Could not be known: when it was recorded, where it was recorded,"
                                + " whether its pictures were seen before, whether the file was compressed before and"
                                + " whether the picture was taken from a screen.");
        assertThat(summary.fr()).contains("On n’a pas pu établir\u00a0: quand la scène a été captée, où");
        assertThat(plain(summary.ar())).contains("تعذّرت معرفة ما يلي: متى سُجّل، وأين سُجّل");
    }

    @Test
    void saysWhatStaysOpenWhereSomethingSpeaksAgainstTheFileOrIsToBeWeighed() {
        // Given: a date in the future, and borders as a screen recording has them
        List<Finding> findings = video("h264 640×360", SILENT, "5");
        findings.add(found(
                LaboratoryMethod.METADATA_RECORDED_ON,
                "in-the-future",
                FindingResult.FAIL,
                Map.of("recorded", "2035-01-01T00:00:00Z")));
        findings.add(found(
                LaboratoryMethod.TIMES_CONSISTENCY,
                "in-future",
                FindingResult.FAIL,
                Map.of("recorded", "2035-01-01T00:00:00Z", "now", "2026-12-01T00:00:00Z")));
        findings.add(found(LaboratoryMethod.PICTURE_SCREEN, "framed", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.METADATA_LOCATION, "silent", FindingResult.UNKNOWN, Map.of()));

        // When
        ExaminationSummary summary = completed(findings);

        // Then
        assertThat(summary.en())
                .endsWith("Could not be known: when it was recorded, where it was recorded and whether the picture was"
                        + " taken from a screen.");
        assertThat(summary.fr())
                .endsWith("quand la scène a été captée, où la scène a été captée et si l’image provient d’un écran.");
        assertThat(plain(summary.ar())).endsWith("متى سُجّل، وأين سُجّل، وهل أُخذت الصورة من شاشة.");
    }

    @Test
    void doesNotDoubtTheDateThatNothingSpeaksAgainst() {
        // Given
        List<Finding> findings = video("h264 640×360", SILENT, "5");
        findings.add(found(
                LaboratoryMethod.METADATA_RECORDED_ON,
                "says-when",
                FindingResult.PASS,
                Map.of("recorded", "2016-07-30T21:15:00Z")));
        findings.add(found(
                LaboratoryMethod.TIMES_CONSISTENCY,
                "consistent",
                FindingResult.PASS,
                Map.of("recorded", "2016-07-30T21:15:00Z")));

        // Then
        assertThat(completed(findings).en()).doesNotContain("Could not be known");
    }

    @Test
    void saysWhoseSignatureHoldsAndThatTheSignerIsNotChecked() {
        // Given
        List<Finding> findings = video("h264 640×360", SILENT, "5");
        findings.add(found(
                LaboratoryMethod.CREDENTIALS_CONTENT,
                "valid",
                FindingResult.PASS,
                Map.of("signer", "Test Signing Cert")));

        // When
        ExaminationSummary summary = completed(findings);

        // Then
        assertThat(summary.en())
                .contains(
                        "; the file is as it was signed, with a certificate in the name of Test Signing Cert; whether the"
                                + " signer is to be trusted is not checked here. ")
                .doesNotContain("vouches");
        assertThat(summary.fr()).contains("la fiabilité du signataire n’est pas vérifiée ici. ");
        assertThat(plain(summary.ar())).contains("بشهادة باسم Test Signing Cert؛ ولا يُتحقق هنا");
    }

    @Test
    void raisesWhatWasSeenInTheFilesStructureAndSaysHowMuchMoreThereIs() {
        // Given
        List<Finding> findings = video("h264 640×360", SILENT, "5");
        findings.add(found(LaboratoryMethod.STRUCTURE_CONSISTENCY, "brand-replaced", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.PICTURE_SCREEN, "framed", FindingResult.UNKNOWN, Map.of()));
        findings.add(found(LaboratoryMethod.PICTURE_QUALITY, "dark", FindingResult.FAIL, Map.of()));

        // Then
        assertThat(completed(findings).en())
                .contains("To be weighed as well: a program wrote the file anew in another format and left a note"
                        + " of the one before; the picture has"
                        + " borders of one colour, as editing programs, platforms and screen recordings leave them;"
                        + " 1 more.");
    }

    @Test
    void saysThatAnExaminationHasNotEnded() {
        assertThat(ExaminationSummary.of(ExaminationState.RUNNING, List.of(), List.of()))
                .extracting(ExaminationSummary::en, ExaminationSummary::fr)
                .containsExactly("The examination has not ended yet.", "L’expertise n’est pas encore terminée.");
    }

    @ParameterizedTest
    @EnumSource
    void saysSomethingOfFindingsOfOldThatHaveNoWordsOfOurs(Language language) {
        // Given
        var finding = new Finding("media.decoding", "0", FindingResult.FAIL, "media.decoding", Map.of());

        // When
        String summary = completed(List.of(finding)).in(language);

        // Then
        assertThat(summary).isNotBlank().doesNotContain("media.decoding", "{", "[");
    }

    private static ExaminationSummary completed(List<Finding> findings) {
        return ExaminationSummary.of(ExaminationState.COMPLETED, findings, List.of());
    }

    private static List<Finding> video(String picture, String sound, String seconds) {
        return new ArrayList<>(Stream.of(
                        found(LaboratoryMethod.EVIDENCE_DIGEST, "same", FindingResult.PASS, Map.of()),
                        found(
                                LaboratoryMethod.MEDIA_CONTAINER,
                                "readable",
                                FindingResult.PASS,
                                Map.of("container", "jpeg_pipe", "picture", picture, "sound", sound, "data", "")),
                        found(
                                LaboratoryMethod.MEDIA_DURATION,
                                "claimed",
                                FindingResult.PASS,
                                Map.of("claimed", seconds)))
                .toList());
    }

    private static Finding compared() {
        return found(LaboratoryMethod.FOOTAGE_COMPARISON, "compared", FindingResult.PASS, Map.of("frames", "40"));
    }

    private static Finding found(
            LaboratoryMethod method, String statement, FindingResult result, Map<String, String> facts) {
        return new Finding(method.id(), method.version(), result, method.id() + "." + statement, facts);
    }

    private static MatchView match(Counterpart with, String kind, double from, double to) {
        return new MatchView(
                with,
                kind,
                null,
                null,
                "NONE",
                List.of(),
                1.0,
                List.of(new SpanView(from, to, from, to)),
                1,
                1.0,
                0.9,
                null,
                null,
                null);
    }

    /** Without the marks that keep figures and names in their own direction. */
    private static String plain(String text) {
        return text.replace("\u2068", "").replace("\u2069", "");
    }
}
