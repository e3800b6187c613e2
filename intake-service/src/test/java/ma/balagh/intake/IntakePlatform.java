package ma.balagh.intake;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import ma.balagh.platform.test.TestPlatform;

/** One PostgreSQL and one Kafka for all of intake's tests. */
@WithTestResource(
        value = TestPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "intake"))
final class IntakePlatform {}
