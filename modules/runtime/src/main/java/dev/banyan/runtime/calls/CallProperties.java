package dev.banyan.runtime.calls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How modules are called.
 *
 * @param loopback whether local calls go through JSON both ways, and queries and keyed commands are made twice: a test of what a
 *     split would do
 */
@ConfigurationProperties("banyan.calls")
record CallProperties(@DefaultValue("false") boolean loopback) {}
