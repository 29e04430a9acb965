package dev.banyan.runtime.modules;

/** The module that code belongs to: the package under {@code dev.banyan}. */
public final class ModuleName {
    /** Owns the runtime's own tables; also the name of whatever belongs to no module. */
    public static final String RUNTIME = "runtime";

    private static final String ROOT = "dev.banyan.";

    private ModuleName() {}

    public static String of(Class<?> type) {
        return ofQualified(type.getName());
    }

    /** The module of a qualified class or method name; {@link #RUNTIME} for anything outside {@code dev.banyan.<module>}. */
    public static String ofQualified(String qualifiedName) {
        if (!qualifiedName.startsWith(ROOT)) {
            return RUNTIME;
        }
        int dot = qualifiedName.indexOf('.', ROOT.length());
        var segment = dot < 0 ? "" : qualifiedName.substring(ROOT.length(), dot);
        return segment.isEmpty() || !Character.isLowerCase(segment.charAt(0)) ? RUNTIME : segment;
    }
}
