package dev.banyan.catalog.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a variant is of one of its product's options. */
record ChosenOption(String name, String value) {
    /** The values by the options' names, in the order of {@code options}. */
    static Map<String, String> map(List<ChosenOption> options) {
        var chosen = new LinkedHashMap<String, String>();
        options.forEach(option -> chosen.put(option.name(), option.value()));
        return chosen;
    }
}
