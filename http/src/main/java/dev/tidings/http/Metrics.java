package dev.tidings.http;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** {@code GET /metrics}, for Prometheus: the meters of this process, those of the JVM included. */
public final class Metrics implements Routes, AutoCloseable {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  public Metrics() {
    collections.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Where the parts of this process register their meters. */
  public MeterRegistry registry() {
    return registry;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/metrics",
        request ->
            request
                .header("Cache-Control", "no-store")
                .contentType(CONTENT_TYPE)
                .result(registry.scrape(CONTENT_TYPE)));
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
