package ma.balagh.intake.proof;

import java.util.Locale;
import java.util.stream.Stream;
import ma.balagh.intake.proof.CustodyProofService.Finding;
import ma.balagh.intake.proof.ProofFaultRecorder.Fault;
import ma.balagh.intake.proof.ProofFaultRecorder.Part;

/** Writes the result of a proof as text: counts, then each fault, then whether custody is proved. */
final class ProofTableWriter {

    private ProofTableWriter() {}

    /** Its lines, each of which begins with {@code proof |}. */
    static Stream<String> of(Finding finding) {
        CustodyCounts counts = finding.counts();
        ProofFaultRecorder faults = finding.faults();
        var table = Stream.of(
                row("reports", counts.reports(), ""),
                row(
                        "evidence",
                        counts.evidence(),
                        "%d erased, the bytes of %d of them still to go"
                                .formatted(counts.erased(), counts.remaining())),
                row(
                        "bytes",
                        counts.bytes(),
                        finding.read() + " read and as they were secured, " + wrong(faults, Part.BYTES)),
                row("custody entries", counts.entries(), wrong(faults, Part.CUSTODY)),
                row("journal leaves", counts.leaves(), wrong(faults, Part.JOURNAL)),
                row("anchors", counts.anchors(), wrong(faults, Part.ANCHOR)));
        var named = faults.named().stream().map(Fault::toString).map(fault -> "FAULT " + fault);
        long more = faults.count() - faults.named().size();
        var rest = more == 0 ? Stream.<String>of() : Stream.of("FAULT and " + more + " more");
        var end = finding.holds() ? "CUSTODY PROVED" : "CUSTODY NOT PROVED, faults: " + faults.count();
        return Stream.of(table, named, rest, Stream.of(end))
                .flatMap(lines -> lines)
                .map(line -> "proof | " + line);
    }

    private static String wrong(ProofFaultRecorder faults, Part part) {
        return "faults: " + faults.count(part);
    }

    private static String row(String name, long count, String remark) {
        return String.format(Locale.ROOT, "%-16s%16d  %s", name, count, remark).stripTrailing();
    }
}
