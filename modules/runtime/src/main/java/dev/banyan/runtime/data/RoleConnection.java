package dev.banyan.runtime.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction's connection. The switch to the module's role goes out in one round trip with {@code BEGIN} and the first
 * statement. In a transaction that only reads, each statement takes {@code COMMIT} along, too: at the isolation {@code READ
 * COMMITTED} it sees what it would have seen, and neither the switch nor the commit costs a round trip.
 */
final class RoleConnection implements InvocationHandler {
    private static final Set<String> STATEMENTS = Set.of("createStatement", "prepareStatement", "prepareCall");

    private final Connection target;
    private String setRole = "";
    private boolean commits;
    private boolean switched = true;

    private RoleConnection(Connection target) {
        this.target = target;
    }

    static Connection of(Connection target) {
        return (Connection) Proxy.newProxyInstance(
                RoleConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new RoleConnection(target));
    }

    /**
     * Executes {@code setRole} with what comes first in the transaction.
     *
     * @param eachAlone whether each statement may be a transaction of its own
     */
    static void begin(Connection connection, String setRole, boolean eachAlone) {
        var handler = (RoleConnection) Proxy.getInvocationHandler(connection);
        handler.setRole = setRole;
        handler.commits = eachAlone;
        handler.switched = false;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!switched && STATEMENTS.contains(method.getName())) {
            if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
                return prepare((String) arguments[0]);
            }
            switchRole();
        }
        return call(method, target, arguments);
    }

    private Object prepare(String sql) throws SQLException {
        var together = commits ? "%s; %s\n; COMMIT".formatted(setRole, sql) : "%s; %s".formatted(setRole, sql);
        return RoleStatement.of(target.prepareStatement(together), () -> switched = !commits);
    }

    /** Statements that can't be put together with another get the role before. */
    private void switchRole() throws SQLException {
        try (var statement = target.prepareStatement(setRole)) {
            statement.execute();
        }
        switched = !commits;
    }

    static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
