package ma.balagh.callback;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import ma.balagh.platform.test.PersistenceRules;

@AnalyzeClasses(packages = "ma.balagh.callback", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest extends PersistenceRules {}
