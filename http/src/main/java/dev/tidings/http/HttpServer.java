package dev.tidings.http;

import static org.eclipse.jetty.http.UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT;
import static org.eclipse.jetty.http.UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING;
import static org.eclipse.jetty.http.UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT;
import static org.eclipse.jetty.http.UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR;

import dev.tidings.wire.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP server with the limits that all of ours have. Whatever goes wrong is answered by a
 * {@link ProblemDetail}.
 *
 * <p>Limits: headers of 8 KiB (431), a body as {@link Settings} has it (413), as many connections
 * as {@link Settings} has it, of all and of one address, 30 s without a byte, and clients that are
 * no slower than its {@link Pace}. No thread waits for a client.
 */
public final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int HEADER_BYTES = 8 * 1024;
  private static final long IDLE_MS = 30_000;

  /** Of Javalin's 250: the others answer how the process is. */
  private static final int THREADS = 200;

  /**
   * Where a server listens, and what it takes.
   *
   * @param host a name or address of this machine
   * @param port 0 takes any free one
   * @param mostBodyBytes of a request's body
   * @param mostConnections at one time; whoever comes later waits
   * @param mostOfAnAddress connections at one time; what comes later is closed
   * @param pace that clients keep
   * @param managementPort where health and metrics are answered, and nowhere else; null: with the
   *     rest. 0 takes any free one
   */
  public record Settings(
      String host,
      int port,
      long mostBodyBytes,
      int mostConnections,
      int mostOfAnAddress,
      Pace pace,
      @Nullable Integer managementPort) {

    /** Connections of all addresses together: 10,000 streams, and room for all else. */
    public static final int CONNECTIONS = 12_000;

    /** Connections that an address may have, unless an operator says otherwise. */
    private static final int OF_AN_ADDRESS = 2_000;

    /** Bodies of 8 MiB, 12,000 connections, 2,000 of an address, the usual pace, one port. */
    public static Settings at(String host, int port) {
      return new Settings(
          host, port, 8L * 1024 * 1024, CONNECTIONS, OF_AN_ADDRESS, Pace.usual(), null);
    }

    /** The same with another number of connections for each address. */
    public Settings withMostOfAnAddress(int most) {
      return new Settings(host, port, mostBodyBytes, mostConnections, most, pace, managementPort);
    }

    /** The same with another pace. */
    public Settings withPace(Pace other) {
      return new Settings(
          host, port, mostBodyBytes, mostConnections, mostOfAnAddress, other, managementPort);
    }

    /** The same with a port for health and metrics alone. */
    public Settings withManagementPort(@Nullable Integer other) {
      return new Settings(host, port, mostBodyBytes, mostConnections, mostOfAnAddress, pace, other);
    }

    /** Whether nobody but this machine reaches it. */
    public boolean isLoopback() {
      return AddressText.isLoopback(host);
    }
  }

  private final Javalin javalin;
  private final String host;
  private final List<Routes> parts;
  private final Transfers transfers;
  private final @Nullable HttpServer management;

  private HttpServer(
      Javalin javalin,
      String host,
      List<Routes> parts,
      Transfers transfers,
      @Nullable HttpServer management) {
    this.javalin = javalin;
    this.host = host;
    this.transfers = transfers;
    this.parts = List.copyOf(parts);
    this.management = management;
  }

  /**
   * Starts a server.
   *
   * @throws IllegalStateException when the port is taken or the host is not of this machine
   */
  public static HttpServer start(Settings settings, List<Routes> parts) {
    return open(settings, parts, null);
  }

  /**
   * Starts a server.
   *
   * @param management health and metrics, which may have a port of their own. Where they have, or
   *     where there is nothing else, and the host is a loopback address, they answer nobody who
   *     names another host or comes through a proxy
   * @throws IllegalStateException when a port is taken or the host is not of this machine
   */
  public static HttpServer start(Settings settings, List<Routes> parts, List<Routes> management) {
    Integer port = settings.managementPort();
    if (port == null && !parts.isEmpty()) {
      return start(settings, Stream.concat(parts.stream(), management.stream()).toList());
    }
    List<Routes> guarded =
        settings.isLoopback()
            ? Stream.concat(Stream.of(OwnMachine::guard), management.stream()).toList()
            : management;
    if (port == null) {
      return start(settings, guarded);
    }
    HttpServer apart = start(Settings.at(settings.host(), port), guarded);
    try {
      return open(settings, parts, apart);
    } catch (IllegalStateException e) {
      apart.close();
      throw e;
    }
  }

  private static HttpServer open(
      Settings settings, List<Routes> parts, @Nullable HttpServer management) {
    Transfers transfers = new Transfers(settings.pace());
    Javalin javalin = Javalin.create(config -> configure(config, settings, parts, transfers));
    try {
      return new HttpServer(
          javalin.start(settings.host(), settings.port()),
          settings.host(),
          parts,
          transfers,
          management);
    } catch (JavalinBindException e) {
      throw new IllegalStateException(taken(settings.host(), settings.port()), e);
    }
  }

  /**
   * Finds out early whether a server could listen: before what it needs is started.
   *
   * @throws IllegalStateException when the port is taken or the host is not of this machine
   */
  public static void checkFree(Settings settings) {
    checkFree(settings.host(), settings.port());
    if (settings.managementPort() != null) {
      checkFree(settings.host(), settings.managementPort());
    }
  }

  private static void checkFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new IllegalStateException(taken(host, port), e);
    }
  }

  private static String taken(String host, int port) {
    return String.format(
        Locale.ROOT, "cannot listen at %s:%d; expected a free port of this machine", host, port);
  }

  public int port() {
    return javalin.port();
  }

  /** Such as {@code http://127.0.0.1:8080}. */
  public String url() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return String.format(Locale.ROOT, "http://%s:%d", shown, port());
  }

  /** Where health and metrics are: this server, unless they have a port of their own. */
  public HttpServer management() {
    return management == null ? this : management;
  }

  /** How many bodies and answers were cut off, because of a client's speed. */
  long cutOffs() {
    return transfers.cutOffs();
  }

  @Override
  public void close() {
    parts.forEach(Routes::beforeStop);
    javalin.stop();
    if (management != null) {
      management.close();
    }
  }

  private static void configure(
      JavalinConfig config, Settings settings, List<Routes> parts, Transfers transfers) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = settings.mostBodyBytes();
    config.http.defaultContentType = "application/json";
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(HttpServer::limit);
    config.jetty.modifyServer(server -> limit(server, settings, transfers));
    config.jetty.modifyServletContextHandler(
        context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
    parts.forEach(part -> part.addTo(config.routes));
    answerHead(config);
    answerProblems(config.routes);
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setIdleTimeout(IDLE_MS);
    http.addCustomizer(new SafeDefaults());
    // A proxy that takes a bare LF for no line end would see other fields than this server.
    http.setHttpCompliance(
        HttpCompliance.RFC9110.without("TIDINGS", HttpCompliance.Violation.LF_HEADER_TERMINATION));
    // An update's uri stands in paths, slashes and all.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "TIDINGS",
            AMBIGUOUS_PATH_SEPARATOR,
            AMBIGUOUS_EMPTY_SEGMENT,
            AMBIGUOUS_PATH_ENCODING,
            AMBIGUOUS_PATH_SEGMENT));
  }

  private static void limit(Server server, Settings settings, Transfers transfers) {
    server.addBean(new NetworkConnectionLimit(settings.mostConnections(), server));
    AddressLimit ofAnAddress = new AddressLimit(settings.mostOfAnAddress());
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            // Javalin adds its connector after this.
            Stream.of(server.getConnectors()).forEach(one -> one.addEventListener(ofAnAddress));
          }
        });
    server
        .getTail()
        .setHandler(
            PacedHandler.of(transfers, settings.mostBodyBytes(), THREADS, "/health/*", "/metrics"));
    server.setErrorHandler(new JettyProblems());
  }

  /** Where there is a handler for GET alone, Javalin answers any HEAD with 200, and asks nobody. */
  private static void answerHead(JavalinConfig config) {
    List<Endpoint> all =
        config.unsafe.internalRouter.allHttpHandlers().stream().map(one -> one.endpoint).toList();
    Set<String> described =
        all.stream()
            .filter(one -> one.method.equals(HandlerType.HEAD))
            .map(one -> one.path)
            .collect(Collectors.toSet());
    all.stream()
        .filter(one -> one.method.equals(HandlerType.GET) && !described.contains(one.path))
        .forEach(one -> config.routes.head(one.path, one.handler));
  }

  private static void answerProblems(RoutesConfig routes) {
    routes.exception(
        Refusal.class, (refusal, request) -> answer(request, refusal.problem(), refusal.headers()));
    routes.exception(
        HttpResponseException.class,
        (e, request) -> answer(request, JettyProblems.problem(e.getStatus(), null), Map.of()));
    routes.exception(
        Exception.class,
        (e, request) -> {
          LOG.atError().setCause(e).addKeyValue("path", request.path()).log("a request failed");
          answer(request, JettyProblems.problem(500, null), Map.of());
        });
  }

  private static void answer(Context request, ProblemDetail problem, Map<String, String> headers) {
    headers.forEach(request::header);
    request.header("Cache-Control", "no-store");
    request
        .status(problem.status())
        .contentType(ProblemDetail.CONTENT_TYPE)
        .result(Json.write(problem));
  }
}
