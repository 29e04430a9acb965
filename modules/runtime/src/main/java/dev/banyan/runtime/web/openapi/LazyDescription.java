package dev.banyan.runtime.web.openapi;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Leaves the libraries that describe the API alone until somebody asks for the description; most processes never do. */
final class LazyDescription implements BeanFactoryPostProcessor {
    private static final String LIBRARY = "org.springdoc.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanDefinitionNames()) {
            var definition = beans.getBeanDefinition(name);
            var configuration = definition.getFactoryBeanName();
            if (name.startsWith(LIBRARY) || (configuration != null && configuration.startsWith(LIBRARY))) {
                definition.setLazyInit(true);
            }
        }
    }
}
