package dev.banyan.runtime.calls;

import dev.banyan.runtime.RuntimeIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ModuleCallIT extends RuntimeIT implements AlphaApiContract {
    @Autowired
    ApplicationContext context;

    @Override
    public ApplicationContext process() {
        return context;
    }
}
