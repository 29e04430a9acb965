package dev.banyan.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The part of the rig that runs in the application's process, as a jar beside the application's, which stays as it is. */
final class RigJar {
    private static final String CLASSES = "/dev/banyan/rig/inside/Failpoints.class";
    private static final String RESOURCES = "/rig-inside/META-INF/banyan/modules/rig.properties";

    private RigJar() {}

    /** Names and contents of its files; a directory has no content. */
    static SortedMap<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        var classes = directory(CLASSES);
        add(contents, classes, classes.getParent().getParent().getParent().getParent());
        var resources = directory(RESOURCES).getParent().getParent().getParent();
        add(contents, resources, resources);
        return contents;
    }

    static void write(Path jar, SortedMap<String, String> contents) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : contents.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static Path directory(String resource) {
        try {
            var url = RigJar.class.getResource(resource);
            assertThat(url).as(resource).isNotNull();
            return Path.of(url.toURI()).getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the directories above, by which a class path is scanned. */
    private static void add(SortedMap<String, String> contents, Path tree, Path root) throws IOException {
        for (var above = tree; !above.equals(root); above = above.getParent()) {
            contents.put(root.relativize(above) + "/", "");
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.filter(found -> !found.equals(root)).toList()) {
                boolean directory = Files.isDirectory(file);
                var name = root.relativize(file) + (directory ? "/" : "");
                contents.put(name, directory ? "" : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
    }
}
