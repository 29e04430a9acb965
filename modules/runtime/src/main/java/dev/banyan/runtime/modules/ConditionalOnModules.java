package dev.banyan.runtime.modules;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Only where there are modules: a gateway has none of its own, and a whole shop knows none elsewhere. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnModules.class)
public @interface ConditionalOnModules {
    Place value();

    /** Where modules run. */
    enum Place {
        HERE,
        ELSEWHERE
    }
}
