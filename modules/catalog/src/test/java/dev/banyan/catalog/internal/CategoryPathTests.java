package dev.banyan.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoryPathTests {
    private final CategoryPath path = new CategoryPath("home-office/desks/standing-desks");

    @Test
    void knowsItsPlace() {
        assertThat(path.parent()).isEqualTo("home-office/desks");
        assertThat(path.slug()).isEqualTo("standing-desks");
        assertThat(new CategoryPath("kitchen").parent()).isNull();
        assertThat(path.line())
                .extracting(CategoryPath::value)
                .containsExactly("home-office", "home-office/desks", "home-office/desks/standing-desks");
    }

    @Test
    void isNamedAfterItsSlug() {
        assertThat(path.name()).isEqualTo("Standing desks");
    }
}
