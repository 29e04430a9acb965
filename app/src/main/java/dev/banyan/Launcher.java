package dev.banyan;

/**
 * What {@code java -jar} starts: tells a Java that is too old so, before it meets a class that it can't read. Compiled for Java 8 and copied to the
 * root of the packed jar, where it stands before Spring Boot's launcher.
 */
public final class Launcher {

    private static final int OLDEST_JAVA = 25;
    private static final String APPLICATION = "dev.banyan.Banyan";
    private static final String PACKED = "org.springframework.boot.loader.launch.JarLauncher";

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (Double.parseDouble(version) < OLDEST_JAVA) {
            System.err.println("Banyan needs Java " + OLDEST_JAVA + " or newer, but this is Java " + version + " in "
                    + System.getProperty("java.home") + "; start it with the java command of a newer one.");
            System.exit(1);
        }
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        Class.forName(next(classes), true, classes)
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** In the packed jar only Spring Boot's launcher finds the application; it calls this class again. */
    private static String next(ClassLoader classes) {
        boolean found = classes.getResource(APPLICATION.replace('.', '/') + ".class") != null;
        return found ? APPLICATION : PACKED;
    }
}
