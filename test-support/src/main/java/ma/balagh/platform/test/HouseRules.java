package ma.balagh.platform.test;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house that a machine can keep. Each service's tests extend this class with their own package. */
public abstract class HouseRules {

    private static final String SECURITY = "jakarta.annotation.security.";
    private static final String ANSWER = "org.jboss.resteasy.reactive.RestResponse";
    private static final String PRODUCES = "jakarta.ws.rs.Produces";

    @ArchTest
    protected static final ArchRule ENDPOINTS_DECLARE_WHO_MAY_CALL_THEM = methods()
            .that(areEndpoints())
            .should(be(guarded()))
            .allowEmptyShould(true)
            .because("an endpoint without a declared role is open to whoever finds it");

    @ArchTest
    protected static final ArchRule ENDPOINTS_DECLARE_WHAT_THEY_PRODUCE = methods()
            .that(areEndpoints())
            .should(be(declaringMediaTypes()))
            .allowEmptyShould(true)
            .because("one that produces anything answers Accept: text/html with a Java object as text");

    @ArchTest
    protected static final ArchRule DECISIONS_SAY_WHAT_THEY_ARE_ABOUT = methods()
            .that(areEndpoints())
            .and(areDecisions())
            .should(be(conditional()))
            .allowEmptyShould(true)
            .because(
                    "a decision, an assignment and an approval are about what somebody has read: they require If-Match");

    @ArchTest
    protected static final ArchRule CREATIONS_SAY_THAT_THEY_CREATE = methods()
            .that(areEndpoints())
            .and(answerAsCreated())
            .should(be(describedAsCreating()))
            .allowEmptyShould(true)
            .because("the document would promise a 200 that never comes");

    @ArchTest
    protected static final ArchRule CREATIONS_TAKE_AN_IDEMPOTENCY_KEY = methods()
            .that(areEndpoints())
            .and(describedAsCreating())
            .and()
            .areAnnotatedWith("jakarta.ws.rs.POST")
            .should(be(creatingOnce()))
            .allowEmptyShould(true)
            .because(
                    "the document offers the key on every POST that creates, and one that is sent again creates twice");

    @ArchTest
    protected static final ArchRule PURPOSES_ARE_DECLARED = methods()
            .that(areEndpoints())
            .and(askingForThePurpose())
            .should(be(requiring("X-Purpose")))
            .allowEmptyShould(true)
            .because("whoever reads the document alone would be answered 428");

    @ArchTest
    protected static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .because("such a name says nothing; name the thing after its one task");

    @ArchTest
    protected static final ArchRule FEATURES_FORM_NO_CYCLES = slices().matching("ma.balagh.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("a feature that needs another which needs it back is one feature in two folders");

    @ArchTest
    protected static final ArchRule DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .allowEmptyShould(true)
            .because("a class shows what it needs in its constructor, and a test can give it");

    @ArchTest
    protected static final ArchRule STATE_IS_PRIVATE = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .should()
            .bePrivate()
            .orShould()
            .beFinal()
            .allowEmptyShould(true)
            .because("whoever changes state does it through a named verb");

    @ArchTest
    protected static final ArchRule REGULAR_EXPRESSIONS_ARE_CONSTANTS = noClasses()
            .should()
            .callMethod(String.class, "matches", String.class)
            .orShould()
            .callMethod(String.class, "replaceAll", String.class, String.class)
            .orShould()
            .callMethod(String.class, "replaceFirst", String.class, String.class)
            .allowEmptyShould(true)
            .because("a constant is compiled once, and tried here on texts that somebody may send");

    @ArchTest
    protected static void triesRegularExpressionsOnLongTexts(JavaClasses classes) {
        List<String> faults = RegularExpressionCheck.faults(classes);
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.getOwner().isMetaAnnotatedWith("jakarta.ws.rs.Path")
                        && !method.getOwner().isInterface()
                        && method.getAnnotations().stream()
                                .anyMatch(annotation ->
                                        annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod")));
    }

    private static DescribedPredicate<JavaMethod> areDecisions() {
        return DescribedPredicate.describe(
                "decide, assign or approve",
                method -> pathsOf(method.getOwner()).anyMatch(path -> path.startsWith("/api/"))
                        && pathsOf(method).anyMatch(path -> path.matches("(.*/)?(decision|assignments|approval)")));
    }

    private static Stream<String> pathsOf(HasAnnotations<?> element) {
        return element.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals("jakarta.ws.rs.Path"))
                .map(annotation -> String.valueOf(annotation.get("value").orElse("")));
    }

    private static DescribedPredicate<JavaMethod> conditional() {
        return requiring("If-Match");
    }

    private static DescribedPredicate<JavaMethod> requiring(String header) {
        return DescribedPredicate.describe(
                "described with a required " + header,
                method -> method.getAnnotations().stream()
                        .flatMap(HouseRules::withRepeated)
                        .filter(annotation -> annotation
                                .getRawType()
                                .getName()
                                .equals("org.eclipse.microprofile.openapi.annotations.parameters.Parameter"))
                        .anyMatch(annotation -> annotation.get("ref").orElse("").equals(header)));
    }

    private static DescribedPredicate<JavaMethod> askingForThePurpose() {
        return DescribedPredicate.describe(
                "ask for the purpose", method -> calls(method, "ma.balagh.http.Purpose", "of"));
    }

    private static DescribedPredicate<JavaMethod> creatingOnce() {
        return DescribedPredicate.describe(
                "of a class that asks for the key",
                method -> method.getOwner().getMethods().stream()
                        .anyMatch(each -> calls(each, "ma.balagh.http.IdempotencyService", "once")));
    }

    private static boolean calls(JavaMethod method, String owner, String name) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(owner)
                        && call.getName().equals(name));
    }

    private static DescribedPredicate<JavaMethod> answerAsCreated() {
        return DescribedPredicate.describe(
                "answer 201 or 202",
                method -> method.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> Set.of("created", "accepted").contains(call.getName())
                                        && call.getTargetOwner().getName().startsWith(ANSWER))
                        || method.getFieldAccesses().stream()
                                .anyMatch(access -> Set.of("CREATED", "ACCEPTED")
                                                .contains(access.getName())
                                        && access.getTargetOwner().getName().startsWith(ANSWER)));
    }

    private static DescribedPredicate<JavaMethod> describedAsCreating() {
        return DescribedPredicate.describe(
                "described with that status",
                method -> method.getAnnotations().stream()
                        .flatMap(HouseRules::withRepeated)
                        .map(annotation -> annotation.get("responseCode").orElse(""))
                        .anyMatch(code -> Set.of("201", "202").contains(code)));
    }

    /** Several of a kind stand in one of another. */
    private static Stream<JavaAnnotation<?>> withRepeated(JavaAnnotation<?> annotation) {
        Stream<JavaAnnotation<?>> repeated = annotation.get("value").stream()
                .filter(JavaAnnotation[].class::isInstance)
                .flatMap(several -> Arrays.stream((JavaAnnotation<?>[]) several));
        return Stream.concat(Stream.of(annotation), repeated);
    }

    private static DescribedPredicate<JavaMethod> guarded() {
        return DescribedPredicate.describe(
                "declared for roles, for everyone authenticated, or for all",
                method -> declaresAccess(method) || declaresAccess(method.getOwner()));
    }

    private static DescribedPredicate<JavaMethod> declaringMediaTypes() {
        return DescribedPredicate.describe(
                "declaring what they produce",
                method -> method.isAnnotatedWith(PRODUCES)
                        || method.getOwner().isAnnotatedWith(PRODUCES)
                        || isStream(method));
    }

    /** Says the type of the bytes in each answer; with a wildcard declared, they would be written as JSON. */
    private static boolean isStream(JavaMethod method) {
        return method.getReturnType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> type.getName().equals("jakarta.ws.rs.core.StreamingOutput"));
    }

    private static boolean declaresAccess(CanBeAnnotated element) {
        return element.isAnnotatedWith(SECURITY + "RolesAllowed")
                || element.isAnnotatedWith(SECURITY + "PermitAll")
                || element.isAnnotatedWith(SECURITY + "DenyAll")
                || element.isAnnotatedWith("io.quarkus.security.Authenticated")
                || element.isAnnotatedWith("io.quarkus.security.PermissionsAllowed");
    }
}
