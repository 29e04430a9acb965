package dev.banyan.runtime.calls;

import dev.banyan.kernel.Command;
import dev.banyan.kernel.Failure;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.Query;
import dev.banyan.runtime.json.ContractJson;
import java.lang.reflect.Type;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/** Sends a local call, its result or its failure through JSON and makes each query and keyed command twice, as a network would. */
final class Loopback implements MethodInterceptor {
    private final Failures failures;
    private final ContractJson json;

    Loopback(Class<?> api, ContractJson json) {
        this.failures = Failures.of(api);
        this.json = json;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var method = call.getMethod();
        var arguments = call.getArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = copy(arguments[i], method.getGenericParameterTypes()[i]);
        }
        try {
            if (method.isAnnotationPresent(Query.class) || method.isAnnotationPresent(Command.class)) {
                ((ProxyMethodInvocation) call).invocableClone().proceed();
            }
            var result = call.proceed();
            return method.getReturnType() == void.class ? null : copy(result, method.getGenericReturnType());
        } catch (ModuleException failure) {
            throw travelled(failure);
        }
    }

    private ModuleException travelled(ModuleException failure) {
        var travelled = failures.exception(json.read(json.write(failure.failure()), Failure.class));
        travelled.addSuppressed(failure);
        return travelled;
    }

    private @Nullable Object copy(@Nullable Object value, Type type) {
        if (value == null) {
            return null;
        }
        var mapper = json.mapper();
        return mapper.readValue(json.write(value), mapper.constructType(type));
    }
}
