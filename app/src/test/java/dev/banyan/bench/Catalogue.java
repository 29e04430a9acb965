package dev.banyan.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 10,000 products with plenty of stock, put in as staff would, over HTTP. */
record Catalogue(List<String> slugs, List<String> skus) {
    static Catalogue fill(HttpConnection staff, int size) throws IOException {
        var login = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(ShopProcess.ADMIN, ShopProcess.PASSWORD);
        var token = staff.send("POST", "/api/auth/login", Map.of(), login)
                .expect(200)
                .text("accessToken");
        var headers = Map.of("Authorization", "Bearer " + token);
        var slugs = new ArrayList<String>();
        var skus = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            var sku = "BENCH-" + i;
            slugs.add(staff.send("POST", "/api/admin/products", headers, product(i, sku))
                    .expect(201)
                    .text("slug"));
            if (i % 20 == 0) {
                var stock = new java.util.HashMap<>(headers);
                stock.put("If-Match", "*");
                staff.send("PUT", "/api/admin/stock/" + sku, stock, "{\"onHand\":1000000}")
                        .expect(200);
                skus.add(sku);
            }
        }
        return new Catalogue(List.copyOf(slugs), List.copyOf(skus));
    }

    private static String product(int number, String sku) {
        return """
                {"slug":"bench-%1$d","name":"Bench product %1$d","description":"One of many, for measuring.","category":"bench/shelf-%2$d",
                 "options":[{"name":"Size","values":["M"]}],
                 "variants":[{"sku":"%3$s","options":{"Size":"M"},"prices":[{"amount":%4$d,"currency":"EUR"}],"weightGrams":250}]}""".formatted(number, number % 50, sku, 500 + number);
    }
}
