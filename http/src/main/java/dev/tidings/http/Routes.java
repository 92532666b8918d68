package dev.tidings.http;

import io.javalin.config.RoutesConfig;

/** A part of what a process answers. */
public interface Routes {

  /** Adds its handlers; called once, before the server starts. */
  void addTo(RoutesConfig routes);

  /** Ends the answers that would never end; called once, before the server stops. */
  default void beforeStop() {}
}
