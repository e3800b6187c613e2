package ma.balagh.dispatch;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import ma.balagh.platform.test.PersistenceRules;

@AnalyzeClasses(packages = "ma.balagh.dispatch", importOptions = DoNotIncludeTests.class)
class HouseRulesTest extends PersistenceRules {}
