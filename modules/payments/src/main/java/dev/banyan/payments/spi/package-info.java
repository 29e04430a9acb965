/**
 * What a payment provider has to offer. Implementations are Spring beans; {@code banyan.payments.provider} names the one that
 * takes new payments.
 */
@NamedInterface("spi")
@NullMarked
package dev.banyan.payments.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
