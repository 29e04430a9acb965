@NullMarked
package dev.banyan.notifications.internal;

import org.jspecify.annotations.NullMarked;
