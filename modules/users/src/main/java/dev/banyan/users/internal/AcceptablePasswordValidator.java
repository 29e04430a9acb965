package dev.banyan.users.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

class AcceptablePasswordValidator implements ConstraintValidator<AcceptablePassword, String> {
    private static final int MIN = 8;
    private static final int MAX = 128;

    @Override
    public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
        if (password == null) {
            return true;
        }
        int length = password.codePointCount(0, password.length());
        if (length < MIN || length > MAX) {
            return false;
        }
        if (password.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            return refuse(context, "has characters that are none");
        }
        return !CommonPasswords.contains(password) || refuse(context, "is among the most common passwords");
    }

    private static boolean refuse(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }
}
