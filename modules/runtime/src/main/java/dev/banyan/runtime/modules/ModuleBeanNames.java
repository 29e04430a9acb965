package dev.banyan.runtime.modules;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/** Names scanned beans {@code <module>.<name>}, so that two modules may each have a {@code RefundRepository}. */
public final class ModuleBeanNames extends AnnotationBeanNameGenerator {
    @Override
    public String generateBeanName(BeanDefinition definition, BeanDefinitionRegistry registry) {
        var name = super.generateBeanName(definition, registry);
        var type = definition.getBeanClassName();
        return type == null ? name : ModuleName.ofQualified(type) + "." + name;
    }
}
