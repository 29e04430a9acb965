package dev.banyan.users.internal;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An e-mail address that mail can be sent to. Null is left to {@code @NotNull}. */
@Size(max = EmailSyntax.MAX_LENGTH)
@Pattern(regexp = EmailSyntax.PATTERN)
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@interface EmailAddress {
    String message() default "is no e-mail address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
