package dev.banyan.runtime.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.banyan.runtime.modules.ModuleDescriptor;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class ModulePathsTests {
    private final ModulePaths paths = new ModulePaths(List.of(
            module("shelf", "/api/books", "/api/admin/books"), module("desk", "/api/books/lent", "/.well-known/desk")));

    private static ModuleDescriptor module(String name, String... paths) {
        var none = new TreeSet<String>();
        return new ModuleDescriptor(name, null, new TreeSet<>(List.of(paths)), none, none);
    }

    private String owner(String path) {
        return paths.owner(PathContainer.parsePath(path))
                .map(ModuleDescriptor::name)
                .orElse("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/books, shelf",
        "/api/books/, shelf",
        "/api/books/1/pages, shelf",
        "/api/admin/books/1, shelf",
        "/api/books/lent, desk",
        "/api/books/lent/1, desk",
        "/api/books/lentil, shelf",
        "/.well-known/desk, desk",
        "/api/b%6Foks/1, shelf",
        "/api/books;x=1/2, shelf",
        "/api/books/../admin/users, shelf",
        "/api/books/..%2Flent, shelf",
    })
    void belongToTheLongestBeginning(String path, String owner) {
        assertThat(owner(path)).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/api",
                "/api/bookshop",
                "//api/books",
                "/api//books",
                "/internal/books",
                "/API/books",
                "/api%2Fbooks"
            })
    void belongToNobodyElse(String path) {
        assertThat(owner(path)).isEqualTo("nobody");
    }
}
