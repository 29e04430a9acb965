@NullMarked
package dev.banyan.payments.internal;

import org.jspecify.annotations.NullMarked;
