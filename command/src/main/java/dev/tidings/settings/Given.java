package dev.tidings.settings;

/**
 * A value that was given.
 *
 * @param origin where, such as {@code TIDINGS_PORT} or {@code tidings.properties: port}
 */
public record Given(String value, String origin) {}
