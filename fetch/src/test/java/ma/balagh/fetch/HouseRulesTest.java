package ma.balagh.fetch;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import ma.balagh.platform.test.HouseRules;

@AnalyzeClasses(packages = "ma.balagh.fetch", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest extends HouseRules {}
