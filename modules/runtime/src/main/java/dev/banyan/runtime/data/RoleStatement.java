package dev.banyan.runtime.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/** A statement that is sent behind the switch of the role: its results are those of the second of the statements sent. */
final class RoleStatement implements InvocationHandler {
    private final PreparedStatement target;
    private final Runnable executed;

    private RoleStatement(PreparedStatement target, Runnable executed) {
        this.target = target;
        this.executed = executed;
    }

    static PreparedStatement of(PreparedStatement target, Runnable executed) {
        return (PreparedStatement) Proxy.newProxyInstance(
                RoleStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new RoleStatement(target, executed));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "execute" -> execute();
            case "executeQuery" -> {
                require(execute(), "The statement returns no rows");
                yield target.getResultSet();
            }
            case "executeUpdate" -> {
                require(!execute(), "The statement returns rows");
                yield target.getUpdateCount();
            }
            case "addBatch", "executeBatch", "executeLargeUpdate" ->
                throw new SQLFeatureNotSupportedException(
                        method.getName() + " as a transaction's first statement; give arrays to one statement instead");
            default -> RoleConnection.call(method, target, arguments);
        };
    }

    private boolean execute() throws SQLException {
        target.execute();
        executed.run();
        return target.getMoreResults();
    }

    private static void require(boolean condition, String otherwise) throws SQLException {
        if (!condition) {
            throw new SQLException(otherwise);
        }
    }
}
