package ma.balagh.dispatch.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The graph against the shapes of the classes and properties that it uses, as CASE and UCO describe them. */
class CaseGraphBuilderTest {

    private static final String CORE = "https://ontology.unifiedcyberontology.org/uco/core/";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void violatesNoShape() {
        // When
        var report = validated(model(graph()));

        // Then
        assertThat(report.getEntries()).isEmpty();
        assertThat(report.conforms()).isTrue();
    }

    @Test
    void hasExhibitsActionsAndWhoActed() {
        // When
        var model = model(graph());

        // Then
        assertThat(count(model, "https://ontology.unifiedcyberontology.org/uco/observable/File"))
                .isEqualTo(2);
        assertThat(count(model, "https://ontology.caseontology.org/case/investigation/ProvenanceRecord"))
                .isEqualTo(2);
        assertThat(count(model, "https://ontology.caseontology.org/case/investigation/InvestigativeAction"))
                .isEqualTo(5);
        assertThat(count(model, "https://ontology.unifiedcyberontology.org/uco/identity/Identity"))
                .isEqualTo(3);
    }

    /** The shapes can fail: each of these takes away or bends what one of them asks for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsd:hexBinary=xsd:string",
                "xsd:dateTime=xsd:date",
                "uco-types:hashMethod=uco-types:hashName",
                "SHA256=SHA-2",
                "case-investigation:exhibitNumber=case-investigation:number",
                "uco-core:object=uco-core:thing",
                "uco-observable:sizeInBytes=uco-observable:size",
                "uco-location:latitude=uco-location:north",
                "uco-action:performer=uco-action:actor"
            })
    void isRefusedWhereItIsBent(String change) {
        // Given
        var parts = change.split("=");
        var bent = graph().toString().replace(parts[0], parts[1]);

        // Then
        assertThat(validated(read(bent)).conforms()).isFalse();
    }

    private ObjectNode graph() {
        return CaseGraphBuilder.of(json, SampleTimelines.full(), SampleTimelines.exhibits());
    }

    private static Model model(ObjectNode graph) {
        return read(graph.toString());
    }

    private static Model read(String jsonLd) {
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(jsonLd), CORE, Lang.JSONLD11);
        return model;
    }

    private static ValidationReport validated(Model model) {
        var shapes = RDFDataMgr.loadGraph("src/test/resources/case/shapes.ttl");
        return ShaclValidator.get().validate(Shapes.parse(shapes), model.getGraph());
    }

    private static int count(Model model, String type) {
        return model.listSubjectsWithProperty(
                        model.createProperty("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                        model.createResource(type))
                .toList()
                .size();
    }
}
