package dev.banyan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Catalogue and stock of the demo shop are files of two modules that don't know each other. */
class DemoDataTests {
    @Test
    void everyDemoProductHasStockAndNothingElseHas() throws IOException {
        var stocked = new TreeSet<>(read("demo/stock.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList());
        var sold = new TreeSet<String>();
        JsonMapper.shared()
                .readTree(read("demo/products.json"))
                .forEach(product -> product.get("variants")
                        .forEach(variant -> sold.add(variant.get("sku").asString())));
        assertThat(stocked).isEqualTo(sold).hasSizeGreaterThan(200);
    }

    @Test
    void thereAreTwoHundredProductsInEightCategories() throws IOException {
        var products = JsonMapper.shared().readTree(read("demo/products.json"));
        var roots = new TreeSet<String>();
        products.forEach(product ->
                roots.add(List.of(product.get("category").asString().split("/")).getFirst()));
        assertThat(products.size()).isEqualTo(200);
        assertThat(roots).hasSize(8);
    }

    private static String read(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
