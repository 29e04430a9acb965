package dev.banyan.misnamed.events;

public record MisplacedEvent(String key) {}
