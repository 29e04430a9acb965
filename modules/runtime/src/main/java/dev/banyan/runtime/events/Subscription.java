package dev.banyan.runtime.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * One listener method.
 *
 * @param id the annotation's id
 * @param subscriber the listener class's stable name: {@code <module>.<bean name in kebab case>}
 * @param module the module that listens
 * @param step whether it calls other modules before its transaction opens
 * @param ownTransaction whether it asks for a transaction of its own, and does all its work in it
 * @param transactionName how that transaction is called: the qualified name of the method
 */
record Subscription(
        String id,
        String subscriber,
        String module,
        boolean step,
        boolean ownTransaction,
        String transactionName,
        EventType type,
        String beanName,
        Method method,
        BeanFactory beans) {
    /** Calls the listener through its proxy. */
    void invoke(Object event) throws Throwable {
        var bean = beans.getBean(beanName);
        var invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(invocable);
        try {
            invocable.invoke(bean, event);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
