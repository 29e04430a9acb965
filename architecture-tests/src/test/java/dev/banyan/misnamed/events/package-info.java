@NamedInterface("happenings")
package dev.banyan.misnamed.events;

import org.springframework.modulith.NamedInterface;
