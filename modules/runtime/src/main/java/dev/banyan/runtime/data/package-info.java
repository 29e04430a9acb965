/** One database, a schema and a PostgreSQL role for each module: migrations, connections and transactions. */
@NullMarked
package dev.banyan.runtime.data;

import org.jspecify.annotations.NullMarked;
