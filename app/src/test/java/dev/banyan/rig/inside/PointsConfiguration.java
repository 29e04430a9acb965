package dev.banyan.rig.inside;

import dev.banyan.notifications.spi.MessageChannel;
import dev.banyan.payments.spi.PaymentProvider;
import dev.banyan.runtime.data.DatabaseClock;
import dev.banyan.runtime.data.TransactionOpening;
import java.time.Clock;
import java.time.Duration;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;
import org.springframework.web.service.annotation.HttpExchange;

/** Puts the points around what the application consists of, from outside. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class PointsConfiguration {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor listenerPoints() {
        var pointcut = AnnotationMatchingPointcut.forMethodAnnotation(ApplicationModuleListener.class);
        var advisor = new DefaultPointcutAdvisor(pointcut, new ListenerPoints());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** With {@code -Drig.clock=P1D} this machine's clock is a day ahead, which the application has to find out. */
    @Bean
    @ConditionalOnProperty("rig.clock")
    static DatabaseClock clock(Environment environment) {
        var skew = environment.getRequiredProperty("rig.clock", Duration.class);
        return new DatabaseClock(Clock.offset(Clock.systemUTC(), skew));
    }

    @Bean
    static BeanPostProcessor points() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case PlatformTransactionManager transactions -> new TransactionPoints(transactions);
                    case TransactionOpening opening -> new CompletionApart(opening);
                    case PaymentProvider provider ->
                        CallPoints.around(
                                provider,
                                PaymentProvider.class,
                                "provider",
                                call -> call.getMethod().getName());
                    case MessageChannel channel ->
                        CallPoints.around(
                                channel,
                                MessageChannel.class,
                                "channel",
                                call -> channel.name() + "." + call.getMethod().getName());
                    default -> aroundApi(bean);
                };
            }
        };
    }

    private static Object aroundApi(Object bean) {
        for (var type : ClassUtils.getAllInterfaces(bean)) {
            if (type.isAnnotationPresent(HttpExchange.class) && type.getName().startsWith("dev.banyan.")) {
                return CallPoints.around(
                        bean,
                        type,
                        "call",
                        call -> type.getSimpleName() + "." + call.getMethod().getName());
            }
        }
        return bean;
    }
}
