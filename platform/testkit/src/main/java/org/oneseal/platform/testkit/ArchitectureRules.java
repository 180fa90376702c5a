package org.oneseal.platform.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/**
 * The rules of the house that every service keeps: where arrows point and what names are wanted.
 */
public final class ArchitectureRules {

    private static final String[] ADAPTERS = {
        "..web..",
        "..messaging..",
        "..persistence..",
        "..schedule..",
        "..storage..",
        "..keycloak..",
        "..cel..",
        "..lucene.."
    };

    private ArchitectureRules() {}

    @ArchTest
    public static final ArchRule arrowsPointInwards =
            noClasses()
                    .that(
                            not(resideInAnyPackage(ADAPTERS))
                                    .and(resideInAPackage("org.oneseal.*.*..")))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                            "org.oneseal.*.web..",
                                            "org.oneseal.*.messaging..",
                                            "org.oneseal.*.persistence..",
                                            "org.oneseal.*.schedule..",
                                            "org.oneseal.*.storage..",
                                            "org.oneseal.*.keycloak..",
                                            "org.oneseal.*.cel..",
                                            "org.oneseal.*.lucene..")
                                    .and(not(resideInAPackage("org.oneseal.platform.."))))
                    .because("features know ports, adapters know features")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule featuresKnowNoTechnology =
            noClasses()
                    .that(
                            not(resideInAnyPackage(ADAPTERS))
                                    .and(resideInAPackage("org.oneseal.*.*..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "jakarta.servlet..",
                            "org.springframework.web..",
                            "org.springframework.http..",
                            "org.springframework.jdbc..",
                            "org.springframework.kafka..",
                            "org.apache.kafka..",
                            "org.apache.lucene..")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule webDoesNotReachPersistence =
            noClasses()
                    .that()
                    .resideInAPackage("org.oneseal.*.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.oneseal.catalog.persistence..",
                            "org.oneseal.cases.persistence..",
                            "org.oneseal.supervision.persistence..",
                            "org.oneseal.credit.persistence..",
                            "org.oneseal.market.persistence..",
                            "org.oneseal.notification.persistence..",
                            "org.oneseal.*.schedule..")
                    .because("adapters don't know each other")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule sqlLivesInPersistence =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..persistence..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.springframework.jdbc..")
                    .because("what is PostgreSQL's own stays in one place")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule onlyWantedNames =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Dto|DTO)(\\$.*)?$")
                    .orShould()
                    .haveNameMatching(".*\\.(Abstract|Base)[A-Z][^.]*$")
                    .orShould()
                    .haveNameMatching(".*[a-z]Service$")
                    .orShould()
                    .resideInAnyPackage("..common..", "..util..", "..utils..")
                    .because("a name says what a thing is")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule valuesHaveNoGetPrefix =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areRecords()
                    .should()
                    .haveNameMatching("get[A-Z].*")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule timeIsAnArgument =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now", java.time.ZoneId.class)
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("time comes from the InstantSource")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule eventsCarryNoPersonalNumber =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("..events..")
                    .should()
                    .haveNameNotMatching(
                            "(?i).*(citizenNumber|idNumber|idCard|phone|mobile|address|email).*")
                    .andShould()
                    .notHaveRawType("org.oneseal.platform.identity.CitizenNumber")
                    .because("no citizen number, phone or address ever travels in an event")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule eventsKnowNoDomain =
            classes()
                    .that()
                    .resideInAPackage("org.oneseal.*.events..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "com.fasterxml.jackson.annotation..",
                            "tools.jackson..",
                            "org.oneseal.*.events..")
                    .because("the published language has no domain types inside")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule controllersAreNotPublic =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                    .should()
                    .notBePublic()
                    .allowEmptyShould(true);
}
