package org.oneseal.supervision;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import org.oneseal.platform.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "org.oneseal.supervision", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests house = ArchTests.in(ArchitectureRules.class);
}
