package ma.balagh.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rules of the house for a service on Hibernate ORM (ADR 044). Its tests extend this class with their own package. */
public abstract class PersistenceRules extends HouseRules {

    private static final String ENTITY = "jakarta.persistence.Entity";

    @ArchTest
    protected static final ArchRule STATEMENTS_STAND_IN_REPOSITORIES = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .should()
            .dependOnClassesThat(nameMatching("jakarta\\.persistence\\.(EntityManager|Query|TypedQuery)"
                    + "|org\\.hibernate\\.(Session|StatelessSession|SharedSessionContract)"
                    + "|org\\.hibernate\\.query\\.[A-Z].*"
                    + "|io\\.quarkus\\.hibernate\\.orm\\.panache\\.Panache(Query)?"
                    + "|java\\.sql\\.(Connection|DriverManager|[A-Za-z]*Statement)"))
            .because("whoever looks for what a table is asked reads one class");

    @ArchTest
    protected static final ArchRule JDBC_IS_FOR_REPOSITORIES_AND_QUEUES = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and(not(describeATaskTable()))
            .should()
            .dependOnClassesThat(nameMatching("javax?\\.sql\\..*"))
            .because("only a queue needs the pool, for the statements of its TaskQueue, whose rows it reads");

    @ArchTest
    protected static final ArchRule REPOSITORIES_BELONG_TO_ONE_FEATURE = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate()
            .because("another feature asks the service, which knows the rules");

    @ArchTest
    protected static final ArchRule ENTITIES_CHANGE_BY_VERBS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ENTITY)
            .should()
            .haveNameMatching("set[A-Z].*")
            .allowEmptyShould(true)
            .because("a setter knows no rule");

    @ArchTest
    protected static final ArchRule ENTITIES_STAY_INSIDE = methods()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .arePublic()
            .should(answerNoEntity())
            .allowEmptyShould(true)
            .because("what the interface shows is a view");

    private static DescribedPredicate<JavaClass> describeATaskTable() {
        return DescribedPredicate.describe(
                "describe a TaskTable",
                type -> type.getSimpleName().endsWith("Queue")
                        && type.getFields().stream()
                                .anyMatch(
                                        field -> field.getRawType().getName().equals("ma.balagh.taskqueue.TaskTable")));
    }

    private static ArchCondition<JavaMethod> answerNoEntity() {
        return new ArchCondition<>("answer no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getReturnType().getAllInvolvedRawTypes().stream()
                        .filter(type -> type.isAnnotatedWith(ENTITY))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " answers " + type.getSimpleName())));
            }
        };
    }
}
