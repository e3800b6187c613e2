package ma.balagh.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Prints a report for people and for programs. */
final class ReportPrinter {

    private ReportPrinter() {}

    static void text(Path file, VerificationReport report, PrintStream out) {
        VerificationReport.Subject subject = report.subject();
        out.println(plain(file.toString()));
        if (!subject.evidenceId().isEmpty()) {
            out.println(plain("  evidence %s, exported %s by %s: %s"
                    .formatted(subject.evidenceId(), subject.exportedAt(), subject.exportedBy(), subject.purpose())));
        }
        out.println();
        for (BundleClaim claim : BundleClaim.values()) {
            out.println("%-8s %-22s %s".formatted(report.outcome(claim), claim.label(), claim.meaning()));
            lines(report, claim).forEach(line -> out.println(" ".repeat(32) + plain(line)));
        }
        out.println();
        out.println(
                report.isAccepted()
                        ? "No claim failed. What is UNKNOWN is for you to judge."
                        : "FAILED: do not rely on this bundle.");
    }

    static void json(Path file, VerificationReport report, PrintStream out) throws IOException {
        // Closing the generator must not close the standard output.
        try (JsonGenerator json = new JsonFactory().createGenerator((OutputStream) out)) {
            json.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
            json.writeStartObject();
            json.writeStringField("file", file.toString());
            json.writeStringField("result", (report.isAccepted() ? CheckOutcome.PASS : CheckOutcome.FAIL).name());
            json.writeStringField("evidenceId", report.subject().evidenceId());
            json.writeArrayFieldStart("claims");
            for (BundleClaim claim : BundleClaim.values()) {
                json.writeStartObject();
                json.writeStringField("claim", claim.label());
                json.writeStringField("result", report.outcome(claim).name());
                json.writeArrayFieldStart("findings");
                for (CheckFinding finding : report.of(claim)) {
                    finding(json, finding);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    /** Without what could steer a terminal, or turn around the direction of what is read. */
    static String plain(String text) {
        var plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                plain.append("\\u%04x".formatted(point));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static List<String> lines(VerificationReport report, BundleClaim claim) {
        if (report.of(claim).isEmpty()) {
            return List.of("could not be checked");
        }
        return report.of(claim).stream()
                .map(finding -> (finding.place().isNamed() ? finding.place() + ": " : "") + finding.reason())
                .distinct()
                .toList();
    }

    private static void finding(JsonGenerator json, CheckFinding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("result", finding.outcome().name());
        FindingLocation place = finding.place();
        if (place.entry() != null) {
            json.writeStringField("entry", place.entry());
        }
        if (place.offset() != null) {
            json.writeNumberField("offset", place.offset());
        }
        if (place.sequence() != null) {
            json.writeNumberField("sequence", place.sequence());
        }
        json.writeStringField("reason", finding.reason());
        json.writeEndObject();
    }
}
