package dev.banyan.runtime.web.entry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long this process waits for others on behalf of its clients.
 *
 * @param connect for a connection
 * @param answer for the head of an answer, the request's body included; longer than a client may ask to wait for
 * @param silence between two parts of an answer
 * @param gather for each process's part of an answer that all of them give together
 */
@ConfigurationProperties("banyan.entry")
record EntryProperties(
        @DefaultValue("2s") Duration connect,
        @DefaultValue("45s") Duration answer,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("10s") Duration gather) {}
