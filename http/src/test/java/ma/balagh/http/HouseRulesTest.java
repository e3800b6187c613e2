package ma.balagh.http;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import ma.balagh.platform.test.HouseRules;

@AnalyzeClasses(
        packages = {"ma.balagh.http", "ma.balagh.operation"},
        importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends HouseRules {}
