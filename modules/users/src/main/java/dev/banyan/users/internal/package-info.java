@NullMarked
package dev.banyan.users.internal;

import org.jspecify.annotations.NullMarked;
