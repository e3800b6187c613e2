package ma.balagh.taskqueue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import ma.balagh.platform.test.HouseRules;

@AnalyzeClasses(packages = "ma.balagh.taskqueue", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {

    @ArchTest
    static final ArchRule TIME_IS_THE_DATABASES = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Instant.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("replicas share no other clock, and the machine's own may jump");
}
