package ma.balagh.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import ma.balagh.platform.test.PersistenceRules;

@AnalyzeClasses(packages = "ma.balagh.analysis", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends PersistenceRules {

    @ArchTest
    static final ArchRule FACES_ARE_FOUND_FOR_HIDING_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages("..analysis.face..", "..analysis.redaction..", "..analysis.picture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..analysis.face..")
            .because("places of faces serve to hide and to count them; nobody is recognised or compared by them");

    @ArchTest
    static final ArchRule FACES_ARE_NOT_KEPT = noClasses()
            .that()
            .resideInAnyPackage("..analysis.face..", "..analysis.redaction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "com.fasterxml..",
                    "java.nio.file..")
            .because("nothing about faces is stored or sent");
}
