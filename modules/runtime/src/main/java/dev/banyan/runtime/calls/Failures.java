package dev.banyan.runtime.calls;

import dev.banyan.kernel.Failure;
import dev.banyan.kernel.FailureCode;
import dev.banyan.kernel.ModuleException;
import dev.banyan.kernel.ModuleUnavailableException;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/** Turns failures that have travelled into the exceptions that an API's methods declare. */
public final class Failures {
    private final Map<String, Constructor<? extends ModuleException>> byCode = new HashMap<>();

    private Failures() {}

    /**
     * Those of all methods of {@code api}.
     *
     * @throws IllegalStateException when a declared exception couldn't be made again
     */
    public static Failures of(Class<?> api) {
        var failures = new Failures();
        failures.add(ModuleUnavailableException.class);
        for (var method : api.getMethods()) {
            for (var declared : method.getExceptionTypes()) {
                if (ModuleException.class.isAssignableFrom(declared)) {
                    failures.add(declared.asSubclass(ModuleException.class));
                }
            }
        }
        return failures;
    }

    /** One of the class that its code belongs to; a plain {@link ModuleException} when the code is unknown. */
    public ModuleException exception(Failure failure) {
        var constructor = byCode.get(failure.code());
        return constructor == null
                ? new ModuleException(failure.kind(), failure.code(), failure.message(), failure.properties())
                : BeanUtils.instantiateClass(constructor, failure);
    }

    private void add(Class<? extends ModuleException> type) {
        var codes = type.getAnnotation(FailureCode.class);
        if (codes == null) {
            throw new IllegalStateException("%s lacks @FailureCode".formatted(type.getName()));
        }
        try {
            var constructor = type.getDeclaredConstructor(Failure.class);
            ReflectionUtils.makeAccessible(constructor);
            for (var code : codes.value()) {
                byCode.put(code, constructor);
            }
        } catch (NoSuchMethodException missing) {
            throw new IllegalStateException(
                    "%s lacks a constructor that takes a Failure".formatted(type.getName()), missing);
        }
    }
}
