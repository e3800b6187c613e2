package ma.balagh.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text that says why: words of {@link VisibleText#LEAST_LETTERS} letters at least, and so many characters that
 * somebody sees. Goes with {@code @NotNull} and {@code @Size(max = ...)}, which also stand in the OpenAPI document.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Explanation.Validator.class)
public @interface Explanation {

    /** How many visible characters at least. */
    int min() default 1;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says what is missing. */
    final class Validator implements ConstraintValidator<Explanation, String> {

        private int min;

        @Override
        public void initialize(Explanation explanation) {
            min = explanation.min();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            Violation violation = text == null ? null : violation("", min, text);
            if (violation != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(violation.message())
                        .addConstraintViolation();
            }
            return violation == null;
        }

        /** Which of the two is missing; null where none is. */
        static @Nullable Violation violation(String field, int min, String text) {
            if (VisibleText.length(text) == 0) {
                return Violation.required(field, "must not be blank");
            }
            if (VisibleText.length(text) < min) {
                return Violation.tooShort(field, min);
            }
            return VisibleText.hasWords(text) ? null : Violation.noWords(field);
        }
    }
}
