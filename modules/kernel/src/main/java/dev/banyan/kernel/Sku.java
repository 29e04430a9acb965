package dev.banyan.kernel;

/** The stock keeping unit's form. It travels as a plain string. */
public final class Sku {
    /** 1 to 64 letters, digits, dots, underscores and hyphens. */
    public static final String PATTERN = "[A-Za-z0-9._-]{1,64}";

    private Sku() {}

    public static boolean isValid(String sku) {
        return sku.matches(PATTERN);
    }
}
