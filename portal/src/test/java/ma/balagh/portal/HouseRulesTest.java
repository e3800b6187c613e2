package ma.balagh.portal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ma.balagh.platform.test.HouseRules;

@AnalyzeClasses(packages = "ma.balagh.portal", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {

    @ArchTest
    static final ArchRule THE_PORTAL_KNOWS_SERVICES_BY_REST_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ma.balagh.intake..",
                    "ma.balagh.analysis..",
                    "ma.balagh.dispatch..",
                    "ma.balagh.contracts..",
                    "ma.balagh.messaging..",
                    "ma.balagh.http..")
            .because("what it shows has to come through the interface that everybody else uses, too");

    @ArchTest
    static final ArchRule THE_SHELL_KNOWS_NO_DESK = noClasses()
            .that()
            .resideInAPackage("ma.balagh.portal.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ma.balagh.portal.report..",
                    "ma.balagh.portal.evidence..",
                    "ma.balagh.portal.dossier..",
                    "ma.balagh.portal.incident..",
                    "ma.balagh.portal.inquiry..",
                    "ma.balagh.portal.clock..",
                    "ma.balagh.portal.examination..",
                    "ma.balagh.portal.known..",
                    "ma.balagh.portal.rendition..",
                    "ma.balagh.portal.source..",
                    "ma.balagh.portal.item..",
                    "ma.balagh.portal.relevance..",
                    "ma.balagh.portal.link..",
                    "ma.balagh.portal.ageing..",
                    "ma.balagh.portal.answer..",
                    "ma.balagh.portal.intake..",
                    "ma.balagh.portal.obstacle..")
            .because("every page stands in it");
}
