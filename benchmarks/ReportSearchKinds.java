package ma.balagh.intake.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.http.Jurisdictions;

/** The kinds of pages that are measured: who asks, for what, and how deep in the list. */
final class ReportSearchKinds {

    private ReportSearchKinds() {}

    /** A kind of page; {@code words} has some texts of which each page takes one. */
    record Kind(String name, ReportAudience who, boolean deep, Map<String, Object> filters, String... words) {}

    private static final ReportAudience ALL = staff("MA");
    private static final ReportAudience CASABLANCA = staff("MA-CAS");
    private static final ReportAudience SMALL = staff("MA-DAK");
    private static final ReportAudience PARTNER = new ReportAudience(false, "partner-app", List.of(), false);
    private static final ReportAudience BIG_PARTNER = new ReportAudience(false, "partner-press", List.of(), false);

    private static final String[] NONE = {};
    private static final String[] FREQUENT = {"police", "الشرطة", "سرقة", "vol", "dyal"};
    private static final String[] USUAL = {"corruption", "رشوة", "كريساج", "rechwa", "braquage"};
    private static final String[] RARE = {"Benjelloun", "بنجلون", "incendie", "Ouazzani"};
    private static final String[] VERY_RARE = {"Zerhouniya", "الورزازي"};
    private static final String[] MISSPELT = {
        "Benjeloun", "بنجلونن", "Zerhounia", "الورزازى", "agresion", "Casablnca", "كريساش"
    };

    static final List<Kind> ALL_KINDS = List.of(
            kind("all", ALL, Map.of(), NONE),
            deep("all, deep", ALL, Map.of(), NONE),
            kind("frequent word", ALL, Map.of(), FREQUENT),
            deep("frequent word, deep", ALL, Map.of(), FREQUENT),
            kind("usual word", ALL, Map.of(), USUAL),
            deep("usual word, deep", ALL, Map.of(), USUAL),
            kind("rare word", ALL, Map.of(), RARE),
            deep("rare word, deep", ALL, Map.of(), RARE),
            kind("very rare word", ALL, Map.of(), VERY_RARE),
            kind("word that none has", ALL, Map.of(), "xylophoniste", "قسطنطينيات"),
            kind("misspelt word", ALL, Map.of(), MISSPELT),
            deep("misspelt word, deep", ALL, Map.of(), MISSPELT),
            kind("two frequent words", ALL, Map.of(), "police vol", "الشرطة سرقة", "moto téléphone"),
            kind("frequent and rare word", ALL, Map.of(), "police Benjelloun", "سرقة بنجلون"),
            kind("either of two words", ALL, Map.of(), "Benjelloun or بنجلون", "incendie or رشوة"),
            kind("phrase", ALL, Map.of(), "\"arme blanche\"", "\"السلاح الأبيض\"", "\"Boulevard Mohammed V\""),
            kind("phrase of a place", ALL, Map.of(), "\"درب سلطان\"", "\"Derb Sultan\"", "Casa-Voyageurs"),
            kind("excluded word", ALL, Map.of(), "vol -moto", "-police", "سرقة -دراجة"),
            kind("six words", ALL, Map.of(), "agression police victime moto quartier nuit"),
            kind("part of an address", ALL, Map.of(), "hespress.com/123", "le360.ma/4567", "goud.ma/99"),
            kind("whole address", ALL, Map.of(), "https://www.hespress.com/123456", "telquel.ma/812345"),
            kind("host", ALL, Map.of(), "hespress.com", "example.org", "m.chouftv.ma"),
            kind("host, small territory", SMALL, Map.of(), "hespress.com", "telquel.ma"),
            kind("one sign", ALL, Map.of(), "à", "f", "ش", "7"),
            kind("status", ALL, Map.of("status", ReportStatus.RECEIVED), NONE),
            kind("status, usual word", ALL, Map.of("status", ReportStatus.UNDER_EXAMINATION), USUAL),
            kind("status, Casablanca, frequent word", CASABLANCA, Map.of("status", ReportStatus.RECEIVED), FREQUENT),
            kind("rare channel", ALL, Map.of("channel", Channel.DESK), NONE),
            kind("rare channel, usual word", ALL, Map.of("channel", Channel.DESK), USUAL),
            deep("channel, usual word, deep", ALL, Map.of("channel", Channel.PARTNER), USUAL),
            kind("source", ALL, Map.of("sourceId", source(1)), NONE),
            kind("small source, usual word", ALL, Map.of("sourceId", source(150)), USUAL),
            kind(
                    "source, frequent word, status",
                    ALL,
                    Map.of("sourceId", source(5), "status", ReportStatus.ANSWERED),
                    FREQUENT),
            kind("Casablanca", CASABLANCA, Map.of(), NONE),
            kind("Casablanca, usual word", CASABLANCA, Map.of(), USUAL),
            kind("small territory", SMALL, Map.of(), NONE),
            deep("small territory, deep", SMALL, Map.of(), NONE),
            kind("small territory, frequent word", SMALL, Map.of(), FREQUENT),
            kind("small territory, misspelt word", SMALL, Map.of(), MISSPELT),
            kind("filter of a small territory, usual word", ALL, Map.of("jurisdiction", "MA-LAA"), USUAL),
            kind(
                    "filter of a territory, channel, status",
                    ALL,
                    Map.of("jurisdiction", "MA-OUJ", "channel", Channel.PARTNER, "status", ReportStatus.RECEIVED),
                    NONE),
            kind("a month, long ago", ALL, month(), NONE),
            kind("a month, usual word", ALL, month(), USUAL),
            kind("a month, Casablanca, channel, word", CASABLANCA, with(month(), "channel", Channel.PRESS), FREQUENT),
            kind("until a day, rare word", ALL, Map.of("to", Instant.parse("2024-06-01T00:00:00Z")), RARE),
            kind("partner", PARTNER, Map.of(), NONE),
            kind("partner, frequent word", PARTNER, Map.of(), FREQUENT),
            kind("partner, usual word", PARTNER, Map.of(), USUAL),
            kind("large partner, usual word, deep", BIG_PARTNER, Map.of(), USUAL),
            kind("large partner, misspelt word", BIG_PARTNER, Map.of(), MISSPELT),
            kind("operators only", ALL, Map.of(), "\" or - ".repeat(33), "%_\\".repeat(66)),
            kind(
                    "two hundred signs",
                    ALL,
                    Map.of(),
                    "-a or b \"c d\" %_\\ e/f.g ".repeat(8),
                    "police vol ".repeat(18)));

    private static Kind kind(String name, ReportAudience who, Map<String, Object> filters, String... words) {
        return new Kind(name, who, false, filters, words);
    }

    private static Kind deep(String name, ReportAudience who, Map<String, Object> filters, String... words) {
        return new Kind(name, who, true, filters, words);
    }

    private static ReportAudience staff(String jurisdiction) {
        return new ReportAudience(false, null, Jurisdictions.of(jurisdiction).patterns(), false);
    }

    private static Map<String, Object> month() {
        return Map.of("from", Instant.parse("2024-03-01T00:00:00Z"), "to", Instant.parse("2024-04-01T00:00:00Z"));
    }

    private static Map<String, Object> with(Map<String, Object> filters, String name, Object value) {
        var more = new TreeMap<>(filters);
        more.put(name, value);
        return more;
    }

    private static UUID source(int number) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(("source" + number).getBytes(StandardCharsets.US_ASCII));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
