package dev.banyan.rig.inside;

import dev.banyan.rig.inside.ListenerPoints.Work;
import java.util.function.Function;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;

/** Two points around each method of an interface: {@code <begin> <name>} and {@code <end> <name>}; the second one only after a success. */
final class CallPoints implements MethodInterceptor {
    private final String kind;
    private final Function<MethodInvocation, String> name;

    private CallPoints(String kind, Function<MethodInvocation, String> name) {
        this.kind = kind;
        this.name = name;
    }

    static Object around(Object bean, Class<?> type, String kind, Function<MethodInvocation, String> name) {
        var proxy = new ProxyFactory();
        proxy.addInterface(type);
        proxy.setTarget(bean);
        proxy.addAdvice(new CallPoints(kind, name));
        return proxy.getProxy(type.getClassLoader());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var point = name.apply(call);
        if (Failpoints.pass(kind + "-begin " + point)) {
            return null;
        }
        Work<@Nullable Object, Throwable> proceed = call::proceed;
        var result = ListenerPoints.outside(proceed);
        Failpoints.pass(kind + "-end " + point);
        return result;
    }
}
