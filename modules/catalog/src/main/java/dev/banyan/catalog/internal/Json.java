package dev.banyan.catalog.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON between the database and here. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<List<ProductOption>> OPTIONS = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(ResultSet rs, String column, TypeReference<T> type) throws SQLException {
        return MAPPER.readValue(rs.getString(column), type);
    }

    static List<ProductOption> options(ResultSet rs) throws SQLException {
        return read(rs, "options", OPTIONS);
    }
}
