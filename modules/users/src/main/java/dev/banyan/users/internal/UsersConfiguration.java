package dev.banyan.users.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({UsersProperties.class, AdminProperties.class})
class UsersConfiguration {}
