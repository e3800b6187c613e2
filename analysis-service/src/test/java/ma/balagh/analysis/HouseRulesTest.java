package ma.balagh.analysis;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import ma.balagh.platform.test.HouseRules;

@AnalyzeClasses(packages = "ma.balagh.analysis", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {}
