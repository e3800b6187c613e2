package ma.balagh.audit;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import ma.balagh.platform.test.HouseRules;

@AnalyzeClasses(packages = "ma.balagh.audit", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {}
