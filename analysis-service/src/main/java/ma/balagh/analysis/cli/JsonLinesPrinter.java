package ma.balagh.analysis.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.balagh.analysis.examination.ExaminationSummary;
import ma.balagh.analysis.examination.FindingView;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;

/** Prints one line of JSON for each file. */
final class JsonLinesPrinter implements ResultPrinter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Language language;
    private final FindingTexts words;
    private final PrintStream out;

    JsonLinesPrinter(Language language, PrintStream out) {
        this.language = language;
        this.words = FindingTexts.in(language);
        this.out = out;
    }

    @Override
    public void tell(FileExaminer.Examined examined) throws IOException {
        var line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("file", examined.file());
            json.writeStringField("sha256", examined.sha256());
            json.writeStringField("state", examined.report().state().name());
            json.writeStringField(
                    "summary",
                    ExaminationSummary.of(
                                    examined.report().state(), examined.report().findings(), List.of())
                            .in(language));
            json.writeArrayFieldStart("findings");
            for (Finding finding : examined.report().findings()) {
                write(json, FindingView.of(finding, words));
            }
            json.writeEndArray();
            json.writeNumberField("cpuSeconds", Math.round(examined.cpuSeconds() * 100) / 100.0);
            json.writeEndObject();
        }
        out.print(line.append('\n'));
    }

    private static void write(JsonGenerator json, FindingView finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("method", finding.method());
        json.writeStringField("name", finding.name());
        json.writeStringField("version", finding.version());
        json.writeStringField("result", finding.result().name());
        json.writeStringField("group", finding.group().name());
        json.writeStringField("summary", finding.summary());
        json.writeStringField("detail", finding.detail());
        json.writeStringField("traces", finding.traces());
        json.writeStringField("meaning", finding.meaning());
        json.writeStringField("weakness", finding.weakness());
        json.writeStringField("code", finding.code());
        json.writeObjectFieldStart("facts");
        for (Map.Entry<String, String> fact : new TreeMap<>(finding.facts()).entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
