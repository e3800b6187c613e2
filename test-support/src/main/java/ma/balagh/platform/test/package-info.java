/**
 * What the services' tests stand on: a real PostgreSQL, a real Kafka broker and real signed tokens.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "intake"))
 * class ReportResourceTest {
 *     KafkaProbe kafka;                                    // set by the platform, by its type
 *
 *     @Test
 *     void refusesAReportWithoutContent() {
 *         given().auth().oauth2(TestTokens.of("intake", "intake-officer").sign())
 *                 .contentType(JSON).body("{}").post("/api/v1/reports").then().statusCode(400);
 *     }
 *
 *     @Test
 *     void answersWhenTheDossierIsForwarded() {
 *         kafka.publish(new DossierForwarded(...));
 *         assertThat(kafka.await(ReportAnswered.class, answered -> answered.reportId().equals(id))).isNotNull();
 *     }
 * }
 * }</pre>
 *
 * Give every test class of a service the same annotation, so that the platform starts once for all of them. What sends
 * no events takes {@link ma.balagh.platform.test.TestPostgres}, which spares it the broker. The house rules are a test of two lines: {@code class HouseRulesTest extends HouseRules} with
 * {@code @AnalyzeClasses(packages = "ma.balagh.intake", importOptions = DoNotIncludeTests.class)}. A service on Hibernate ORM
 * extends {@code PersistenceRules}, which adds those of ADR 044. The application works as a role that owns nothing; tests
 * look behind it by {@link ma.balagh.platform.test.RoleDataSourceFactory}.
 */
@NullMarked
package ma.balagh.platform.test;

import org.jspecify.annotations.NullMarked;
